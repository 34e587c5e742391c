import * as z from 'zod/mini';
import { equalBytes, fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { base64urlBytes } from '../../../src/protocol/wire/fields.ts';
import type { StoredMailbox } from '../../secrets/stored-mailbox.ts';
import type { Outcome } from '../outcome.ts';
import type { NewThread } from '../thread.ts';
import { KEYS, ONCE } from './keys.ts';
import { hasTombstone } from './tombstones.ts';

/** What R2 keeps beside the envelope, as text: no more than D1 has, and nothing plainer. */
const Beside = z.object({
  keyId: base64urlBytes(8),
  mailboxHash: base64urlBytes(32),
  salt: base64urlBytes(44),
  receivedAt: z.string().check(z.regex(/^\d{1,12}$/)),
});

/**
 * Stores a thread in R2 once, until it is moved to D1: whatever is sent twice is one object. `deleted` where R2 knows that
 * it was. First the mailbox leads to it: without that nobody could see or delete what waits.
 */
export async function putWaiting(bucket: R2Bucket, thread: NewThread): Promise<Outcome | 'deleted'> {
  const { id, sealed, keyId, mailboxHash, salt, receivedAt, older } = thread;
  const [deleted, before] = await Promise.all([
    hasTombstone(bucket, id),
    older && ledTo(bucket, older.mailboxHash),
  ]);
  if (deleted) return 'deleted';
  if (before !== undefined && before !== id) return 'taken';
  if (!(await claimMailbox(bucket, mailboxHash, id))) return 'taken';
  const customMetadata: z.infer<typeof Beside> = {
    keyId: toBase64url(keyId),
    mailboxHash: toBase64url(mailboxHash),
    salt: toBase64url(salt),
    receivedAt: String(receivedAt),
  };
  if (await bucket.put(KEYS.thread(id), sealed, { ...ONCE, customMetadata })) return 'stored';
  const there = await readWaiting(bucket, id);
  const same =
    there &&
    equalBytes(there.sealed, sealed) &&
    [thread, older ?? thread].some((mailbox) => isSame(mailbox, there));
  return same ? 'repeated' : 'taken';
}

const isSame = (one: StoredMailbox, other: StoredMailbox) =>
  equalBytes(one.mailboxHash, other.mailboxHash) && equalBytes(one.salt, other.salt);

/** Lets a mailbox lead to this thread, unless it leads to another one already. */
async function claimMailbox(bucket: R2Bucket, hash: Uint8Array, id: string): Promise<boolean> {
  return (await bucket.put(KEYS.mailbox(hash), id, ONCE)) !== null || (await ledTo(bucket, hash)) === id;
}

/** The id to which a mailbox leads. */
async function ledTo(bucket: R2Bucket, hash: Uint8Array): Promise<string | undefined> {
  return (await bucket.get(KEYS.mailbox(hash)))?.text();
}

/** A thread that waits in R2, by its id; null when none does. */
export async function readWaiting(bucket: R2Bucket, id: string): Promise<NewThread | null> {
  const object = await bucket.get(KEYS.thread(id));
  if (!object) return null;
  const beside = Beside.parse(object.customMetadata);
  const [keyId, mailboxHash] = [fromBase64url(beside.keyId), fromBase64url(beside.mailboxHash)];
  const salt = fromBase64url(beside.salt);
  if (!keyId || !mailboxHash || !salt) return null;
  const sealed = new Uint8Array(await object.arrayBuffer());
  return { id, sealed, keyId, mailboxHash, salt, receivedAt: Number(beside.receivedAt) };
}

/** The thread that waits in R2 for a mailbox; null when none does. */
export async function findWaiting(bucket: R2Bucket, mailboxHash: Uint8Array): Promise<NewThread | null> {
  const id = await ledTo(bucket, mailboxHash);
  const thread = id === undefined ? null : await readWaiting(bucket, id);
  // Whoever was refused another's id left a way to it.
  return thread && equalBytes(thread.mailboxHash, mailboxHash) ? thread : null;
}

/** The ids of threads that wait in R2, by pages. */
export async function* listWaiting(bucket: R2Bucket): AsyncGenerator<string[]> {
  const prefix = KEYS.thread('');
  for (let cursor: string | undefined; ; ) {
    const page = await bucket.list({ prefix, limit: 100, ...(cursor !== undefined && { cursor }) });
    yield page.objects.map(({ key }) => key.slice(prefix.length));
    if (!page.truncated) return;
    cursor = page.cursor;
  }
}

/** Forgets a thread that waited, with all that leads to it. */
export function removeWaiting(bucket: R2Bucket, { id, mailboxHash }: NewThread): Promise<void> {
  return bucket.delete([KEYS.thread(id), KEYS.apart(id), KEYS.mailbox(mailboxHash)]);
}

/** Takes out of R2 all that may rest there of a thread by its id: what waits, and what was laid apart. */
export async function removeContent(bucket: R2Bucket, id: string): Promise<void> {
  const waiting = await readWaiting(bucket, id);
  if (waiting) await removeWaiting(bucket, waiting);
  else await bucket.delete(KEYS.apart(id));
}

/** Lays a thread apart that can never be moved, so that no sweep comes back to it. */
export async function setApart(bucket: R2Bucket, { id, sealed, mailboxHash }: NewThread): Promise<void> {
  await bucket.put(KEYS.apart(id), sealed);
  await bucket.delete([KEYS.thread(id), KEYS.mailbox(mailboxHash)]);
}

/** When something came that waits in R2 (Unix seconds); null when nothing waits. It need not be the oldest. */
export async function whenWaiting(bucket: R2Bucket): Promise<number | null> {
  const { objects } = await bucket.list({ prefix: KEYS.thread(''), limit: 1 });
  const [object] = objects;
  return object ? Math.floor(object.uploaded.getTime() / 1000) : null;
}
