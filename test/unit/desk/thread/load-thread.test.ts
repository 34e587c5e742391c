import nacl from 'tweetnacl';
import { describe, expect, it, vi } from 'vitest';

import { loadThread } from '../../../../src/desk/thread/load-thread.ts';
import { boxItem } from '../../../../src/protocol/seal/authenticated-box.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { sealItem } from '../../../../src/protocol/seal/sealed-box.ts';
import type { MessageRow } from '../../../../src/protocol/wire/api/threads.ts';
import { toBase64url, utf8 } from '../../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleAnswer } from '../../../samples/answer.ts';
import { sampleMessage } from '../../../samples/message.ts';
import { forgedAnswer } from '../../../support/forged-answer.ts';
import { fakeApi, mailboxKeys, referral, rowOf, unlockedVault } from '../surroundings.ts';

// Stands in for argon2id, which takes seconds and is tested with the protocol.
vi.mock('../../../../src/protocol/keys/passphrase.ts', () => ({
  derivePassphrase: async (passphrase: string) => {
    const hash = nacl.hash(utf8(passphrase));
    return { wrappingKey: hash.slice(0, 32), signingSeed: hash.slice(32) };
  },
}));

const centre = drawPair();
const item = referral();
const { thread, mailbox } = item;

const row = (author: MessageRow['author'], id: string, envelope: Uint8Array | null): MessageRow => ({
  id,
  rev: 1,
  author,
  at: 2000,
  envelope: toBase64url(envelope ?? new Uint8Array()),
  member: null,
});

/** A message as anybody can seal it to the centre, who says to have this mailbox. */
function sealed(text: string, claimed: string): MessageRow {
  const message = sampleMessage({ id: thread, mailbox: claimed }, text);
  return row('reporter', message.id, sealItem(message, centre));
}

/** An answer of the desk, sealed as anybody can. */
function pretended(text: string): MessageRow {
  const message = sampleAnswer(thread, text);
  return row('reporter', message.id, sealItem(message, centre));
}

/** What the desk boxed to the mailbox. */
function answered(text: string, pair = centre): MessageRow {
  const message = sampleAnswer(thread, text);
  return row('desk', message.id, boxItem(message, pair, mailboxKeys.publicKey));
}

/** A worker that has the thread with these messages. */
const threadOf = (messages: MessageRow[]) =>
  fakeApi({
    thread: async () => ({
      ok: true,
      value: { now: 3000, thread: rowOf(item, centre), messages },
    }),
  });

async function load(messages: MessageRow[], { keys = [centre], sealedTo = 0 } = {}) {
  const loaded = await loadThread(threadOf(messages), await unlockedVault(...keys), item.id, {
    mailbox,
    key: sealedTo,
  });
  if (!loaded.ok) throw new Error(loaded.fault.code);
  return loaded.thread.messages.map(({ opened }) => opened);
}

describe('a thread', () => {
  it('tells a message with another mailbox than the referral from the reporter’s own and the desk’s', async () => {
    const other = toBase64url(nacl.box.keyPair().publicKey);
    expect(await load([sealed('mine', mailbox), sealed('forged', other), answered('dag')])).toEqual([
      { ok: true, text: 'mine', otherMailbox: false },
      { ok: true, text: 'forged', otherMailbox: true },
      { ok: true, text: 'dag', otherMailbox: false },
    ]);
  });

  it('says of a message that does not open why, and takes nothing for one that is none', async () => {
    const id = randomId();
    const note = sealItem({ v: 1, kind: 'note', thread, id, text: 'not said to anybody' }, centre);
    expect(await load([row('reporter', randomId(), null), row('reporter', id, note)])).toEqual([
      { ok: false, code: 'envelope_version' },
      { ok: false, code: 'item_unknown' },
    ]);
  });

  it('is fetched page by page, until there is no more', async () => {
    const all = [sealed('one', mailbox), sealed('two', mailbox), sealed('three', mailbox)];
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
    const loaded = await loadThread(api, await unlockedVault(centre), item.id, { mailbox, key: 0 });
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
    expect(await loadThread(api, await unlockedVault(centre), item.id, { mailbox, key: 0 })).toEqual({
      ok: false,
      fault: { code: 'unreadable' },
    });
  });

  it('is not there when the worker does not answer, or the vault is locked', async () => {
    const vault = await unlockedVault(centre);
    const offline = fakeApi({ thread: async () => ({ ok: false, code: 'offline' }) });
    expect(await loadThread(offline, vault, item.id, { mailbox, key: 0 })).toMatchObject({
      ok: false,
      fault: { code: 'offline' },
    });
    vault.lock();
    expect(await loadThread(threadOf([]), vault, item.id, { mailbox, key: 0 })).toMatchObject({
      ok: false,
      fault: { code: 'vault_closed' },
    });
  });

  it('shows no answer as the desk’s that the holder of the receipt code made', async () => {
    const message = sampleAnswer(thread, 'come here');
    const forged = forgedAnswer(message, centre, mailboxKeys.secretKey);
    expect(await load([row('desk', message.id, forged)])).toEqual([{ ok: false, code: 'signature_broken' }]);
  });

  it('shows answers of older keys, but none that was made with one after a newer key was seen there', async () => {
    const older = drawPair();
    const keys = [centre, older];
    const codes = (opened: { ok: boolean }[]) => opened.map((one) => ('code' in one ? one.code : 'open'));
    const answers = [answered('1', older), answered('2'), answered('3', older), answered('4')];
    const shown = ['open', 'open', 'key_retired', 'open'];
    expect(codes(await load(answers, { keys, sealedTo: 1 }))).toEqual(shown);
    expect(codes(await load(answers, { keys }))).toEqual(['key_retired', ...shown.slice(1)]);
  });

  it('takes no words of the desk from whoever sealed them', async () => {
    expect(await load([pretended('nothing to fear')])).toEqual([{ ok: false, code: 'item_unknown' }]);
  });
});
