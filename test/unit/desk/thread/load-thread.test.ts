import nacl from 'tweetnacl';
import { describe, expect, it, vi } from 'vitest';
import type { Api } from '../../../../src/desk/api/client.ts';
import { loadThread } from '../../../../src/desk/thread/load-thread.ts';
import type { State } from '../../../../src/protocol/items/kinds/state.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { sealItem } from '../../../../src/protocol/seal/sealed-box.ts';
import type { EntryRow } from '../../../../src/protocol/wire/api/entries.ts';
import type { MessageRow, ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';
import { fromBase64url, toBase64url, utf8 } from '../../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../../src/protocol/wire/digest.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleAnswer } from '../../../samples/answer.ts';
import { sampleNote } from '../../../samples/desk-items.ts';
import { forgedAnswer } from '../../../support/forged-answer.ts';
import { writtenThread } from '../../../support/written-thread.ts';
import { fakeApi, mailboxKeys, referral, rowOf, saidOf, unlockedVault } from '../surroundings.ts';

// Stands in for argon2id, which takes seconds and is tested with the protocol.
vi.mock('../../../../src/protocol/keys/passphrase.ts', () => ({
  derivePassphrase: async (passphrase: string) => {
    const hash = nacl.hash(utf8(passphrase));
    return { wrappingKey: hash.slice(0, 32), signingSeed: hash.slice(32) };
  },
}));

/** When the samples say that they were written. */
const WRITTEN_AT = 1_794_999_600;

const centre = drawPair();
const item = referral();
const { thread, mailbox } = item;
const stored = rowOf(item, centre);
const first = { digest: stored.digest, mailbox, key: 0 };
const ana = { id: randomId(), name: 'Ana' };

/** What either side writes in the thread of the referral. */
const written = () => writtenThread({ thread, first: first.digest, mailbox: mailboxKeys, centre });

/** How the worker gives a message. */
function row(
  author: MessageRow['author'],
  { id, envelope, seq = 1 }: { id: string; envelope: string; seq?: number },
  at = WRITTEN_AT,
): MessageRow {
  return { id, rev: 1, author, seq, at, envelope, member: null };
}

const text = (envelope: Uint8Array | null) => toBase64url(envelope ?? new Uint8Array());

/** An answer of the desk, sealed as anybody can. */
function pretended(words: string): MessageRow {
  const message = sampleAnswer(thread, words);
  return row('reporter', { id: message.id, envelope: text(sealItem(message, centre)) });
}

/** A worker that has the thread with these messages and entries. */
const threadOf = (messages: MessageRow[], entries: EntryRow[] = [], fields: Partial<ThreadRow> = {}) =>
  fakeApi({
    thread: async () => ({
      ok: true,
      value: { now: 3000, thread: { ...stored, ...fields }, messages, entries },
    }),
  });

async function load(messages: MessageRow[], { keys = [centre], key = 0 } = {}) {
  const vault = await unlockedVault(...keys);
  const loaded = await loadThread(threadOf(messages), vault, thread, { ...first, key });
  if (!loaded.ok) throw new Error(loaded.fault.code);
  return loaded.thread;
}

const opened = async (...asked: Parameters<typeof load>) =>
  (await load(...asked)).messages.map((message) => message.opened);

/** What each message shows to be wrong. */
const wrong = async (messages: MessageRow[]) =>
  (await opened(messages)).map((one) => (one.ok ? one.wrong : one.code));

describe('a thread', () => {
  it('tells a message with another mailbox than the referral from the reporter’s own and the desk’s', async () => {
    const { reporter, desk } = written();
    const forger = writtenThread({ thread, first: first.digest, centre });
    const [mine, dag] = [reporter('mine'), desk('dag')];
    const messages = [row('reporter', mine), row('reporter', forger.reporter('forged')), row('desk', dag)];
    expect(await opened(messages)).toEqual([
      { ok: true, text: 'mine', wrong: null },
      { ok: true, text: 'forged', wrong: 'strange' },
      { ok: true, text: 'dag', wrong: null },
    ]);
  });

  it('says which message shows that one before it was left out, repeated, moved or changed', async () => {
    const { reporter, desk } = written();
    const all = [
      row('reporter', reporter('1')),
      row('desk', desk('1')),
      row('reporter', reporter('2')),
      row('desk', desk('2')),
      row('reporter', reporter('3')),
    ];
    const without = (at: number) => all.filter((_, index) => index !== at);
    const [r1, d1, r2, d2, r3] = all as [MessageRow, MessageRow, MessageRow, MessageRow, MessageRow];
    expect(await wrong(all)).toEqual([null, null, null, null, null]);
    expect(await wrong(without(0))).toEqual(['unseen', 'missing', null, null]);
    expect(await wrong(without(1))).toEqual([null, 'unseen', 'missing', null]);
    expect(await wrong(without(2))).toEqual([null, null, 'unseen', 'missing']);
    expect(await wrong(without(3))).toEqual([null, null, null, 'unseen']);
    expect(await wrong([r1, d1, r2, r2])).toEqual([null, null, null, 'misplaced']);
    expect(await wrong([r1, r3, r2])).toEqual([null, 'missing', 'misplaced']);
    // Nothing shows that the newest was withheld.
    expect(await wrong([r1, d1, r2, d2])).toEqual([null, null, null, null]);
  });

  it('says that another first envelope stands there than the one behind which the reporter wrote', async () => {
    const { reporter } = writtenThread({ thread, mailbox: mailboxKeys, centre });
    expect(await wrong([row('reporter', reporter('1'))])).toEqual(['changed']);
  });

  it('says when a writer says to have written at quite another time', async () => {
    const message = written().reporter('1');
    const told = async (at: number) => (await opened([row('reporter', message, at)]))[0];
    expect(await told(WRITTEN_AT + 7200)).not.toHaveProperty('written');
    expect(await told(WRITTEN_AT + 7201)).toMatchObject({ written: WRITTEN_AT });
    expect(await told(WRITTEN_AT - 86_400)).toMatchObject({ written: WRITTEN_AT });
  });

  it('knows where the desk’s next message stands, behind all that was read', async () => {
    const { reporter, desk } = written();
    expect((await load([])).next).toEqual({ seq: 1, prev: null, seen: first.digest });
    const [r1, d1, r2] = [reporter('1'), desk('1'), reporter('2')];
    const rows = [row('reporter', r1), row('desk', d1), row('reporter', r2)];
    expect((await load(rows)).next).toEqual({ seq: 2, prev: d1.digest, seen: r2.digest });
    // Behind an answer that does not open, the next still stands behind its bytes.
    const broken = row('desk', { ...desk('2'), envelope: d1.envelope });
    expect((await load([...rows, broken])).next).toMatchObject({ seq: 3, prev: d1.digest });
  });

  it('says of a message that does not open why, and takes nothing for one that is none', async () => {
    const note = sampleNote(thread, 'not said to anybody');
    const rows = [
      row('reporter', { id: randomId(), envelope: '' }),
      row('reporter', { id: note.id, envelope: text(sealItem(note, centre)) }),
    ];
    expect(await opened(rows)).toEqual([
      { ok: false, code: 'envelope_version' },
      { ok: false, code: 'item_unknown' },
    ]);
  });

  it('is fetched page by page, until there is no more', async () => {
    const { reporter } = written();
    const all = ['one', 'two', 'three'].map((words) => row('reporter', reporter(words)));
    const asked: unknown[] = [];
    const api = fakeApi({
      thread: async (_, after) => {
        asked.push(after);
        const at = after ?? 0;
        const next = at < 2 ? { next: at + 1 } : {};
        const thread = rowOf(item, centre, { rev: at });
        return { ok: true, value: { now: 1, thread, messages: all.slice(at, at + 1), ...next } };
      },
    });
    const loaded = await loadThread(api, await unlockedVault(centre), item.id, first);
    if (!loaded.ok) throw new Error(loaded.fault.code);
    expect(asked).toEqual([undefined, 1, 2]);
    expect(loaded.thread.messages.map(({ opened }) => opened.ok && opened.text)).toEqual([
      'one',
      'two',
      'three',
    ]);
    expect(loaded.thread.row.rev).toBe(2);
  });

  it('never ends with a worker that never does', async () => {
    const api = fakeApi({
      thread: async () => ({
        ok: true,
        value: { now: 1, thread: rowOf(item, centre), messages: [], next: 0 },
      }),
    });
    expect(await loadThread(api, await unlockedVault(centre), item.id, first)).toEqual({
      ok: false,
      fault: { code: 'unreadable' },
    });
  });

  it('is not there when the worker does not answer, or the vault is locked', async () => {
    const vault = await unlockedVault(centre);
    const offline = fakeApi({ thread: async () => ({ ok: false, code: 'offline' }) });
    expect(await loadThread(offline, vault, thread, first)).toMatchObject({
      ok: false,
      fault: { code: 'offline' },
    });
    vault.lock();
    expect(await loadThread(threadOf([]), vault, thread, first)).toMatchObject({
      ok: false,
      fault: { code: 'vault_closed' },
    });
  });

  it('shows no answer as the desk’s that the holder of the receipt code made', async () => {
    const message = sampleAnswer(thread, 'come here');
    const forged = forgedAnswer(message, centre, mailboxKeys.secretKey);
    const rows = [row('desk', { id: message.id, envelope: text(forged) })];
    expect(await opened(rows)).toEqual([{ ok: false, code: 'signature_broken' }]);
  });

  it('shows answers of older keys, but none that was made with one after a newer key was seen there', async () => {
    const older = drawPair();
    const keys = [centre, older];
    const { desk } = written();
    const codes = async (key: number) =>
      (await opened(answers, { keys, key })).map((one) => ('code' in one ? one.code : 'open'));
    const answers = [desk('1', older), desk('2'), desk('3', older), desk('4')].map((one) => row('desk', one));
    const shown = ['open', 'open', 'key_retired', 'open'];
    expect(await codes(1)).toEqual(shown);
    expect(await codes(0)).toEqual(['key_retired', ...shown.slice(1)]);
  });

  it('takes no words of the desk from whoever sealed them', async () => {
    expect(await opened([pretended('nothing to fear')])).toEqual([{ ok: false, code: 'item_unknown' }]);
  });
});

describe('who has a thread', () => {
  /** Entries as a member leaves them, each behind the one before. */
  function entries(...states: Partial<State>[]): EntryRow[] {
    let prev: string | null = null;
    return states.map((fields, index) => {
      const seq = index + 1;
      const { id, envelope } = saidOf(item, stored, centre, { seq, prev, ...fields });
      prev = toBase64url(digestOf(fromBase64url(envelope) ?? new Uint8Array()));
      return { id, seq, at: 1, member: ana, envelope };
    });
  }

  async function fits(
    said: EntryRow[],
    fields: Partial<ThreadRow> = {},
    named = said.at(-1),
  ): Promise<boolean> {
    const api = threadOf([], said, { ...(named && { entry: named.id }), ...fields });
    const loaded = await loadThread(api, await unlockedVault(centre), thread, first);
    if (!loaded.ok) throw new Error(loaded.fault.code);
    return loaded.thread.fits;
  }

  const taken = { takenBy: ana };

  it('is what the newest state says', async () => {
    expect(await fits([])).toBe(true);
    expect(await fits(entries({ owner: ana }), taken)).toBe(true);
    expect(await fits(entries({ owner: ana }, { owner: null }))).toBe(true);
    expect(await fits(entries({ owner: ana }, { owner: null }, { owner: ana }), taken)).toBe(true);
  });

  it('is not what the worker alone says', async () => {
    const bo = { id: randomId(), name: 'Bo' };
    expect(await fits([], taken)).toBe(false);
    expect(await fits(entries({ owner: bo }), taken)).toBe(false);
    expect(await fits([], { state: 'closed' })).toBe(false);
    const twice = entries({ owner: ana }, { owner: null });
    // An older state than the newest, and none where there are some.
    expect(await fits(twice, taken, twice[0])).toBe(false);
    expect(await fits(twice.slice(0, 1), {}, undefined)).toBe(false);
  });

  it.each<[string, (all: EntryRow[]) => EntryRow[]]>([
    ['was left out', (all) => all.filter((_, index) => index !== 1)],
    ['was moved', ([a, b, c]) => [b, a, c].map((one, index) => ({ ...(one as EntryRow), seq: index + 1 }))],
    ['does not open', ([a, b, c]) => [a, { ...b, envelope: a?.envelope ?? '' }, c] as EntryRow[]],
  ])('is not known where an entry %s', async (_, change) => {
    const all = entries({ owner: ana }, { owner: null }, { owner: ana });
    expect(await fits(change(all), taken)).toBe(false);
  });

  it('is not known where a member had read something else', async () => {
    const pins = { first: 'A'.repeat(43), mailbox };
    expect(await fits(entries({ owner: ana, pins }), taken)).toBe(false);
    expect(await fits(entries({ owner: ana, prev: 'A'.repeat(43) }), taken)).toBe(false);
  });

  it('is known behind more entries than come with a thread, and not where older ones are withheld', async () => {
    const all = entries(...Array.from({ length: 9 }, (_, index) => ({ owner: index % 2 ? null : ana })));
    const asked: (number | undefined)[] = [];
    const given = async (older: (before: number) => EntryRow[], fields: Partial<ThreadRow> = {}) => {
      const api: Api = {
        ...threadOf([], all.slice(7), { ...taken, entry: all.at(-1)?.id, ...fields }),
        entries: async (_, before) => {
          asked.push(before);
          return { ok: true, value: { entries: older(before ?? 0) } };
        },
      };
      const vault = await unlockedVault(centre);
      const loaded = await loadThread(api, vault, thread, first);
      if (!loaded.ok) throw new Error(loaded.fault.code);
      const again = await loadThread(api, vault, thread, first, loaded.thread.entries);
      if (!again.ok) throw new Error(again.fault.code);
      return [loaded.thread, again.thread];
    };
    const whole = await given((before) => all.filter(({ seq }) => seq < before).slice(-3));
    expect(whole.map((one) => one.fits)).toEqual([true, true]);
    expect(whole.map((one) => one.entries.map(({ row }) => row.seq))).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ]);
    // What was opened once is not asked for again.
    expect(asked).toEqual([8, 5, 2]);
    const [gap] = await given((before) => all.filter(({ seq }) => seq < before && seq !== 4));
    expect(gap?.fits).toBe(false);
  });
});
