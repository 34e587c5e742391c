import { beforeEach, describe, expect, it } from 'vitest';
import type { Api } from '../../../../src/desk/api/client.ts';
import { canBeTaken, isAlarm, isRequest, isUnowned, sortCases } from '../../../../src/desk/inbox/cases.ts';
import { createInbox, type InboxState } from '../../../../src/desk/inbox/inbox.ts';
import type { FirstItem } from '../../../../src/protocol/items/item.ts';
import type { State } from '../../../../src/protocol/items/kinds/state.ts';
import { OUTCOMES } from '../../../../src/protocol/items/register.ts';
import { newDrill } from '../../../../src/protocol/keys/drill.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { sealItem } from '../../../../src/protocol/seal/sealed-box.ts';
import type { Gone, ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';
import { fromBase64url, toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../../src/protocol/wire/digest.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleNote, sampleState } from '../../../samples/desk-items.ts';
import { fakeApi, referral, request, saidOf, storedOf } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

const centre = drawPair();
const PAGE = 3;
type Stored = ReturnType<typeof storedOf>;

/** A worker that keeps threads as the real one does, with pages of three rows. */
function worker() {
  const threads = new Map<string, Stored>();
  const entries = new Map<string, string>();
  const gone: (Gone & { changed: number })[] = [];
  const purged: { id: string; changed: number }[] = [];
  let n = 0;
  const asked: string[][] = [];
  const since: number[] = [];
  const change = (id: string, fields: Partial<ThreadRow>) => {
    const one = threads.get(id);
    if (one) threads.set(id, { ...one, row: { ...one.row, ...fields, changed: ++n } });
  };
  const api = fakeApi({
    async threads(from = 0) {
      since.push(from);
      const rows = [...threads.values()]
        .map(({ row }) => row)
        .filter((row) => row.changed > from && (from > 0 || (row.state !== 'closed' && !row.thrown)))
        .sort((a, b) => a.changed - b.changed);
      const page = rows.slice(0, PAGE);
      const more = page.length === PAGE;
      const cursor = (more ? page.at(-1)?.changed : undefined) ?? n;
      const told = gone.filter(({ changed }) => changed > from);
      const ended = from > 0 ? purged.flatMap(({ id, changed }) => (changed > from ? [id] : [])) : [];
      const value = { now: 5, threads: page, gone: told, purged: ended, thrown: [], cursor, more };
      return { ok: true, value };
    },
    async envelopes({ ids }) {
      asked.push(ids);
      const envelopes = ids.flatMap((id) => {
        const envelope = threads.get(id)?.envelope ?? entries.get(id);
        return envelope === undefined ? [] : [{ id, envelope }];
      });
      return { ok: true, value: { envelopes } };
    },
  });
  return {
    api,
    asked,
    since,
    threads,
    entries,
    change,
    /** Changes a row together with what a member says. */
    say(item: FirstItem, fields: Partial<ThreadRow>, state: Partial<State>) {
      const row = threads.get(item.id)?.row;
      if (!row) return;
      const said = saidOf(item, row, centre, state);
      entries.set(said.id, said.envelope);
      change(item.id, { ...fields, entry: said.id });
    },
    put(stored: Stored): string {
      threads.set(stored.row.id, { ...stored, row: { ...stored.row, changed: ++n } });
      return stored.row.id;
    },
    delete(id: string) {
      threads.delete(id);
      gone.push({ id, receivedAt: 1, deletedAt: 2, changed: ++n });
    },
    purge(id: string) {
      threads.delete(id);
      purged.push({ id, changed: ++n });
    },
    rollBack(to: number) {
      n = to;
      for (const [id, { row }] of threads) if (row.changed > to) threads.delete(id);
    },
  };
}

const sealed = (item = referral(), fields: Partial<ThreadRow> = {}) => storedOf(item, centre, fields);

/** What anybody can send, and nobody can open. */
function junk(): Stored {
  const { row, envelope } = sealed();
  const broken = `${envelope.slice(0, -4)}AAAA`;
  const digest = toBase64url(digestOf(fromBase64url(broken) ?? new Uint8Array()));
  return { row: { ...row, digest }, envelope: broken };
}

const ana = { id: randomId(), name: 'Ana' };
const CLOSED: Partial<State> = { closed: { outcome: OUTCOMES[0] } };

let at: ReturnType<typeof worker>;
beforeEach(() => {
  at = worker();
});

/** An open desk at this worker, and what it heard. */
function desk(api: Api = at.api) {
  const vault = openVault(centre);
  const heard: { state: InboxState; arrived: string[] }[] = [];
  const inbox = createInbox(api, vault, (state, arrived) => heard.push({ state, arrived: [...arrived] }));
  const settled = async () => {
    // What is to be fetched is, one request after the other.
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setTimeout(resolve));
  };
  return {
    ...inbox,
    vault,
    heard,
    async poll() {
      const answered = await inbox.poll();
      await settled();
      return answered;
    },
    async recheck() {
      const answered = await inbox.recheck();
      await settled();
      return answered;
    },
    ids: () => inbox.state().cases.map(({ row }) => row.id),
    doubts: () => Object.fromEntries(inbox.state().cases.map(({ row, doubt }) => [row.id, doubt])),
  };
}

describe('the list of an open desk', () => {
  it('follows every page, and shows rows before their envelopes have come', async () => {
    const ids = Array.from({ length: 7 }, () => at.put(sealed()));
    const open = desk();
    expect(await open.poll()).toBe(true);
    expect(open.ids().sort()).toEqual(ids.sort());
    expect(open.heard[0]?.state).toMatchObject({ cases: [], pending: PAGE, loadedAt: 5 });
    expect(open.state()).toMatchObject({ pending: 0, fault: null });
    expect(open.heard.flatMap(({ arrived }) => arrived)).toEqual([]);
  });

  it('asks for what changed, and for no envelope twice', async () => {
    const item = referral();
    const [first, second] = [at.put(sealed(item)), at.put(sealed())];
    const open = desk();
    await open.poll();
    at.say(item, { rev: 2, takenBy: ana }, { owner: ana });
    const third = at.put(sealed());
    await open.poll();
    await open.poll();
    expect(at.since).toEqual([0, 2, 4]);
    const said = at.threads.get(first)?.row.entry;
    expect(at.asked.flat().sort()).toEqual([first, second, third, said].sort());
    expect(open.vault.opened()).toBe(4);
    expect(open.state().cases.find(({ row }) => row.id === first)?.row).toMatchObject({ rev: 2 });
    expect(open.heard.flatMap(({ arrived }) => arrived)).toEqual([third]);
  });

  it('drops what a member closed or threw away, and brings it back with its words', async () => {
    const item = referral();
    const [closed, thrown] = [at.put(sealed(item)), at.put(junk())];
    const open = desk();
    await open.poll();
    at.say(item, { state: 'closed' }, CLOSED);
    at.change(thrown, { thrown: true });
    await open.poll();
    expect(open.ids()).toEqual([]);
    // Only the person opens again what a member closed.
    at.change(closed, { state: 'open' });
    await open.poll();
    expect(open.doubts()).toEqual({ [closed]: 'unfit' });
    // What they had written before that opens nothing.
    at.change(closed, { rev: 3, lastFromReporterAt: 1500, lastFromReporterRev: 2 });
    await open.poll();
    expect(open.doubts()).toEqual({ [closed]: 'unfit' });
    at.change(closed, { rev: 4, lastFromReporterAt: 2000, lastFromReporterRev: 4 });
    await open.poll();
    expect(open.doubts()).toEqual({ [closed]: undefined });
  });

  it('keeps the newer form of a row, whichever comes first', async () => {
    const id = at.put(sealed());
    const open = desk();
    await open.poll();
    const [one] = open.state().cases;
    const row = { ...(one?.row as ThreadRow), rev: 9, changed: 50 };
    const item = sampleState(id, { first: row.digest, mailbox: 'x' });
    open.replaceRow(row, { id: item.id, digest: 'x', item, key: 0 });
    at.change(id, { rev: 3 });
    await open.poll();
    expect(open.state().cases).toMatchObject([{ row: { rev: 9 } }]);
  });

  it('forgets at once what the person deleted, and does not take it back from an answer on its way', async () => {
    const [told, found] = [at.put(sealed()), at.put(sealed())];
    const open = desk();
    await open.poll();
    at.delete(told);
    await open.poll();
    open.dropRow(found);
    at.change(found, { rev: 4 });
    await open.poll();
    expect(open.ids()).toEqual([]);
    expect(open.state().gone).toMatchObject([{ id: told }]);
  });

  it('says why nothing came, and shows what it had', async () => {
    const id = at.put(sealed());
    let up = true;
    const off = { ok: false, code: 'offline' } as const;
    const open = desk({ ...at.api, threads: (since) => (up ? at.api.threads(since) : Promise.resolve(off)) });
    await open.poll();
    up = false;
    expect(await open.poll()).toBe(false);
    expect([open.ids(), open.state().fault?.code]).toEqual([[id], 'offline']);
    up = true;
    await open.poll();
    expect(open.state().fault).toBeNull();
  });

  it('goes on where it stopped when a page did not come', async () => {
    for (let count = 0; count < 5; count++) at.put(sealed());
    let calls = 0;
    const open = desk({
      ...at.api,
      threads: async (since) => (++calls === 2 ? { ok: false, code: 'offline' } : at.api.threads(since)),
    });
    expect([await open.poll(), open.ids().length]).toEqual([false, PAGE]);
    expect([await open.poll(), open.ids().length]).toEqual([true, 5]);
    expect(at.since).toEqual([0, PAGE]);
  });

  it('hears of what was closed also when asking for everything failed half-way', async () => {
    const item = referral();
    const [, other] = [at.put(sealed(item)), at.put(sealed())];
    let calls = 0;
    const open = desk({
      ...at.api,
      threads: async (since) => (++calls === 3 ? { ok: false, code: 'offline' } : at.api.threads(since)),
    });
    await open.poll();
    at.say(item, { state: 'closed' }, CLOSED);
    expect(await open.recheck()).toBe(false);
    await open.poll();
    expect(open.doubts()).toEqual({ [other]: undefined });
  });

  it('fetches at the next poll what could not be had at this one, and shows all else meanwhile', async () => {
    const [good, lost] = [at.put(sealed()), at.put(sealed())];
    const kept = at.threads.get(lost);
    if (kept) at.threads.set(lost, { ...kept, envelope: sealed().envelope });
    const open = desk();
    await open.poll();
    expect([open.ids(), open.state().pending]).toEqual([[good], 1]);
    if (kept) at.threads.set(lost, kept);
    await open.poll();
    expect([open.ids().sort(), open.state().pending]).toEqual([[good, lost].sort(), 0]);
  });

  it('says nothing more once it is closed', async () => {
    at.put(sealed());
    const open = desk();
    const polled = open.poll();
    open.close();
    await polled;
    expect(open.heard).toEqual([]);
  });
});

describe('what a desk has read stays what it was', () => {
  it('shows a replaced envelope as what it first was, with a doubt that stays', async () => {
    const item = referral({ story: 'first' });
    const id = at.put(sealed(item));
    const open = desk();
    await open.poll();
    const { row, envelope } = sealed({ ...item, story: 'other' });
    const before = at.threads.get(id);
    at.threads.set(id, { row, envelope });
    at.change(id, {});
    await open.poll();
    expect(open.state().cases).toMatchObject([
      { doubt: 'replaced', opened: { ok: true, item: { story: 'first' } } },
    ]);
    if (before) at.threads.set(id, before);
    at.change(id, {});
    await open.poll();
    expect(open.state().cases).toMatchObject([{ doubt: 'replaced' }]);
    expect(open.vault.opened()).toBe(1);
  });

  it('misses what vanished, and keeps it on the screen', async () => {
    const [id, other] = [at.put(sealed()), at.put(sealed())];
    const open = desk();
    await open.poll();
    at.threads.delete(id);
    await open.poll();
    expect(open.doubts()).toEqual({ [id]: undefined, [other]: undefined });
    await open.recheck();
    expect(open.doubts()).toEqual({ [id]: 'vanished', [other]: undefined });
  });

  it('misses nothing that was closed, thrown away or deleted by the person', async () => {
    const items = Array.from({ length: 8 }, () => referral());
    const ids = items.map((item, index) => at.put(index === 5 ? junk() : sealed(item)));
    const open = desk();
    await open.poll();
    at.say(items[0] ?? referral(), { state: 'closed' }, CLOSED);
    at.change(ids[5] ?? '', { thrown: true });
    at.change(ids[1] ?? '', { rev: 2 });
    at.delete(ids[2] ?? '');
    await open.recheck();
    expect(open.doubts()).toEqual(
      Object.fromEntries([1, 3, 4, 6, 7].map((index) => [ids[index], undefined])),
    );
  });

  it('says of what a member closed and deleted between two polls that they did, and of nothing else', async () => {
    const [id, other, before] = [at.put(sealed()), at.put(sealed()), at.put(sealed())];
    at.purge(before);
    const open = desk();
    await open.poll();
    at.purge(id);
    await open.recheck();
    expect(open.doubts()).toEqual({ [other]: undefined });
    expect(open.state()).toMatchObject({ purged: [id], gone: [] });
  });

  it('no longer doubts what is there after all', async () => {
    const id = at.put(sealed());
    const open = desk();
    await open.poll();
    const kept = at.threads.get(id);
    at.threads.delete(id);
    await open.recheck();
    expect(open.doubts()).toEqual({ [id]: 'vanished' });
    if (kept) at.threads.set(id, kept);
    await open.recheck();
    expect(open.doubts()).toEqual({ [id]: undefined });
  });

  it('asks for everything when the store is an older one, and misses what came later', async () => {
    const [old, late] = [at.put(sealed()), at.put(sealed())];
    const open = desk();
    await open.poll();
    at.rollBack(1);
    await open.poll();
    expect(open.doubts()).toEqual({ [old]: undefined, [late]: 'vanished' });
    const next = at.put(sealed());
    await open.poll();
    expect(open.ids()).toContain(next);
  });
});

describe('what the worker says of a thread must be what a member said', () => {
  const item = referral({ danger: 'yes' });
  const bo = { id: randomId(), name: 'Bo' };
  type Act = [what: string, act: () => void];
  const acts: Act[] = [
    ['somebody was set to have it', () => at.change(item.id, { takenBy: ana, state: 'taken' })],
    ['another was', () => at.say(item, { takenBy: bo, state: 'taken' }, { owner: ana })],
    ['it was closed in its row alone', () => at.change(item.id, { state: 'closed' })],
    ['it was closed behind a state that is open', () => at.say(item, { state: 'closed' }, { owner: null })],
    ['it was thrown away, which can be read', () => at.change(item.id, { thrown: true })],
    ['it was given back by nobody', () => at.say(item, { state: 'new' }, { owner: ana })],
    ['its entry is not given', () => at.change(item.id, { takenBy: ana, entry: randomId() })],
    [
      'its entry is of another thread',
      () => {
        const other = saidOf(referral(), sealed().row, centre, { owner: ana });
        at.entries.set(other.id, other.envelope);
        at.change(item.id, { takenBy: ana, entry: other.id });
      },
    ],
    [
      'what the member had read is not what was read here',
      () =>
        at.say(
          item,
          { takenBy: ana },
          { owner: ana, pins: { first: 'A'.repeat(43), mailbox: item.mailbox } },
        ),
    ],
    [
      'the member had read another mailbox',
      () => {
        const first = at.threads.get(item.id)?.row.digest ?? '';
        at.say(item, { takenBy: ana }, { owner: ana, pins: { first, mailbox: 'A'.repeat(43) } });
      },
    ],
  ];

  it.each(acts)('%s: it does not fit, counts as nobody’s, and rings', async (_, act) => {
    at.put(sealed(item));
    const open = desk();
    await open.poll();
    act();
    await open.poll();
    const { cases } = open.state();
    expect(cases).toMatchObject([{ doubt: 'unfit', opened: { ok: true } }]);
    expect(cases.map((one) => [isUnowned(one), isAlarm(one), canBeTaken(one)])).toEqual([
      [true, true, false],
    ]);
    // Asked for everything, it is still there.
    await open.recheck();
    expect(open.ids()).toEqual([item.id]);
  });

  it.each([
    ['no state is named any more', () => at.change(item.id, { state: 'new', entry: undefined })],
    ['an older one is', () => at.say(item, { state: 'new' }, { seq: 1, owner: null })],
  ])('is not what it was where %s', async (_, act) => {
    at.put(sealed(item));
    at.say(item, { takenBy: ana, state: 'taken' }, { seq: 2, owner: ana });
    const open = desk();
    await open.poll();
    expect(open.doubts()).toEqual({ [item.id]: undefined });
    at.change(item.id, { takenBy: undefined });
    act();
    await open.poll();
    expect(open.doubts()).toEqual({ [item.id]: 'unfit' });
  });

  it('is not judged before the entry has come', async () => {
    at.put(sealed(item));
    const api = { ...at.api };
    const open = desk(api);
    await open.poll();
    at.say(item, { takenBy: ana }, { owner: ana });
    api.envelopes = async () => ({ ok: false, code: 'offline' });
    await open.poll();
    expect(open.doubts()).toEqual({ [item.id]: undefined });
    api.envelopes = at.api.envelopes;
    await open.poll();
    expect(open.state().cases).toMatchObject([{ said: { item: { owner: ana } } }]);
  });

  it('shows a row that came at another time than before with the first, and a doubt', async () => {
    at.put(sealed(item, { receivedAt: 1000 }));
    const open = desk();
    await open.poll();
    at.change(item.id, { receivedAt: 1 });
    await open.poll();
    await open.poll();
    expect(open.state().cases).toMatchObject([{ doubt: 'redated', row: { receivedAt: 1000 } }]);
  });

  it('knows what was said of each of many threads', async () => {
    const items = Array.from({ length: 20 }, () => referral());
    for (const one of items) {
      at.put(sealed(one));
      at.say(one, { takenBy: ana }, { owner: ana });
    }
    const open = desk();
    await open.poll();
    expect(new Set(Object.values(open.doubts()))).toEqual(new Set([undefined]));
    expect(open.state().cases.every(({ said }) => said !== undefined)).toBe(true);
  });
});

describe('what is in the envelopes', () => {
  it('opens requests beside referrals, and never puts one before them, however late it is', async () => {
    const [asked, overdue, calm] = [request(), request(), referral()];
    at.put(storedOf(asked, centre, { receivedAt: 1_000_000 }));
    at.put(storedOf(calm, centre, { receivedAt: 1_000_100 }));
    at.put(storedOf(overdue, centre, { receivedAt: 1000 }));
    const open = desk();
    await open.poll();
    const sorted = sortCases(open.state().cases, 2_000_000);
    expect(sorted.map(({ opened }) => opened.ok && opened.item)).toEqual([calm, overdue, asked]);
    expect(sorted.map(isRequest)).toEqual([false, true, true]);
  });

  it('takes nothing for the beginning of a thread that is none, and no broken one for a request', async () => {
    const { id } = referral();
    const note = sealItem({ ...sampleNote(id, ''), id }, centre) ?? new Uint8Array();
    const { row } = sealed();
    at.put({
      row: { ...row, id, bytes: note.length, digest: toBase64url(digestOf(note)) },
      envelope: toBase64url(note),
    });
    const open = desk();
    await open.poll();
    const { cases } = open.state();
    expect(cases.map(({ opened }) => opened)).toEqual([{ ok: false, code: 'item_unknown' }]);
    expect(cases.map(isRequest)).toEqual([false]);
  });

  it('says of each row that does not open why, and shows the others', async () => {
    const strange = at.put(storedOf(referral(), drawPair()));
    const other = sealed();
    const swapped = at.put({ ...other, row: { ...other.row, id: referral().id } });
    const mine = at.put(sealed());
    const open = desk();
    await open.poll();
    const codes = open.state().cases.map(({ row, opened }) => [row.id, opened.ok ? 'open' : opened.code]);
    expect(Object.fromEntries(codes)).toEqual({
      [strange]: 'key_unknown',
      [swapped]: 'item_elsewhere',
      [mine]: 'open',
    });
  });
});

describe('a drill', () => {
  /** A drill as it lies in the store: of this centre's making, or of somebody's who has no key of it. */
  async function drill(own: boolean): Promise<Stored> {
    const made = await newDrill(1000, own ? centre : drawPair());
    if (!made) throw new Error('No drill.');
    const { id } = made;
    const item = { v: 2, kind: 'drill', thread: id, id, mailbox: 'A'.repeat(43), at: 1000 } as const;
    const sealedItem = own ? fromBase64url(made.sent.envelope) : sealItem(item, centre);
    const bytes = sealedItem ?? new Uint8Array();
    const row = { ...sealed().row, id, digest: toBase64url(digestOf(bytes)), bytes: bytes.length };
    return { row, envelope: toBase64url(bytes) };
  }

  it('is no case, tells nobody that anything came, and is not missed when it is gone', async () => {
    const open = desk();
    await open.poll();
    const id = at.put(await drill(true));
    const real = at.put(sealed());
    await open.poll();
    expect(open.ids()).toEqual([real]);
    expect(open.heard.flatMap(({ arrived }) => arrived)).not.toContain(id);
    const [live] = open.state().drills;
    expect(live).toMatchObject({ id, at: 1000 });
    at.delete(id);
    await open.poll();
    await open.recheck();
    const { drills, drilledAt, gone } = open.state();
    expect({ drills, drilledAt, gone }).toEqual({ drills: [], drilledAt: 1, gone: [] });
    expect(open.doubts()).toEqual({ [real]: undefined });
  });

  it('that is over is told from what a person deleted by a desk that is opened afterwards', async () => {
    const [id, real] = [at.put(await drill(true)), at.put(sealed())];
    at.delete(id);
    at.delete(real);
    const open = desk();
    await open.poll();
    expect(open.state().gone.map((one) => one.id)).toEqual([real]);
    expect(open.state().drilledAt).toBe(1);
  });

  it('that anybody else sealed stays in sight, as something that this desk does not know', async () => {
    const id = at.put(await drill(false));
    const open = desk();
    await open.poll();
    expect(open.state().drills).toEqual([]);
    expect(open.state().cases).toMatchObject([{ row: { id }, opened: { ok: false, code: 'item_unknown' } }]);
  });
});
