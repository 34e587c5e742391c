import nacl from 'tweetnacl';
import { describe, expect, it, vi } from 'vitest';

import { loadThread } from '../../../../src/desk/thread/load-thread.ts';
import { boxItem } from '../../../../src/protocol/seal/authenticated-box.ts';
import { sealItem } from '../../../../src/protocol/seal/sealed-box.ts';
import type { MessageRow } from '../../../../src/protocol/wire/api/threads.ts';
import { toBase64url, utf8 } from '../../../../src/protocol/wire/bytes.ts';
import { sampleAnswer } from '../../../samples/answer.ts';
import { sampleMessage } from '../../../samples/message.ts';
import { fakeApi, mailboxKeys, referral, rowOf, unlockedVault } from '../surroundings.ts';

// Stands in for argon2id, which takes seconds and is tested with the protocol.
vi.mock('../../../../src/protocol/keys/passphrase.ts', () => ({
  derivePassphrase: async (passphrase: string) => {
    const hash = nacl.hash(utf8(passphrase));
    return { wrappingKey: hash.slice(0, 32), signingSeed: hash.slice(32) };
  },
}));

const centre = nacl.box.keyPair();
const item = referral();
const { thread, mailbox } = item;

const row = (author: MessageRow['author'], id: string, envelope: Uint8Array | null): MessageRow => ({
  id,
  author,
  at: 2000,
  envelope: toBase64url(envelope ?? new Uint8Array()),
  member: null,
});

/** A message as anybody can seal it to the centre, who says to have this mailbox. */
function sealed(text: string, claimed: string): MessageRow {
  const message = sampleMessage({ id: thread, mailbox: claimed }, text);
  return row('reporter', message.id, sealItem(message, centre.publicKey));
}

/** An answer of the desk, sealed as anybody can. */
function pretended(text: string): MessageRow {
  const message = sampleAnswer(thread, text);
  return row('reporter', message.id, sealItem(message, centre.publicKey));
}

/** What the desk boxed to the mailbox. */
function answered(text: string): MessageRow {
  const message = sampleAnswer(thread, text);
  return row('desk', message.id, boxItem(message, centre.secretKey, mailboxKeys.publicKey));
}

async function load(messages: MessageRow[]) {
  const api = fakeApi({
    thread: async () => ({
      ok: true,
      value: { now: 3000, referral: rowOf(item, centre.publicKey), messages },
    }),
  });
  const loaded = await loadThread(api, await unlockedVault(centre.secretKey), item.id, mailbox);
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

  it('takes no words of the desk from whoever sealed them', async () => {
    expect(await load([pretended('it is safe')])).toEqual([{ ok: false, code: 'item_unknown' }]);
  });
});
