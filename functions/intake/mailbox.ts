import type { MailboxBody } from '../../src/protocol/wire/api/mailbox.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import type { MailboxSecrets } from '../secrets/mailbox-secrets.ts';
import { type MailboxHashes, openSalt, underEach } from '../secrets/stored-mailbox.ts';
import { type MailboxContents, readMailbox } from '../store/pages/message-pages.ts';
import { findWaiting } from '../store/second/waiting.ts';
import type { NewThread } from '../store/thread.ts';
import { askFirst } from './ask-first.ts';
import { moveThread } from './move.ts';
import { FIRST_TIME, type Stores } from './receive.ts';
import { within } from './within.ts';

/** A mailbox that somebody shows the token of: the secrets that are valid, and its hashes under them. */
export type ShownMailbox = { secrets: MailboxSecrets; hashes: MailboxHashes };

/**
 * What a mailbox holds behind a revision of its thread, in whichever store that rests: where it is R2, what begins it was
 * received, and nothing has followed. Null when neither knows it; `unavailable` when the one does not, and the other does
 * not answer; `mailbox_damaged` when its salt does not open.
 */
export async function openMailbox(
  stores: Stores,
  { secrets, hashes }: ShownMailbox,
  after = -1,
): Promise<MailboxBody | null | 'unavailable' | 'mailbox_damaged'> {
  const contents = await findMailbox(stores, hashes, after);
  if (contents === null || contents === 'unavailable') return contents;
  const salt = await openSalt(secrets, contents.thread, contents.salt);
  return salt ? { ...contents, salt: toBase64url(salt) } : 'mailbox_damaged';
}

async function findMailbox(
  { DB, SECOND }: Stores,
  hashes: MailboxHashes,
  after: number,
): Promise<MailboxContents | null | 'unavailable'> {
  const first = await askFirst(underEach(hashes, null, (hash) => readMailbox(DB, hash, after)));
  if (first.kind === 'done' && first.value) return first.value;
  const second = await within(
    underEach(hashes, null, (hash) => findWaiting(SECOND, hash)),
    FIRST_TIME,
  );
  if (second.kind !== 'done') return 'unavailable';
  if (second.value) return received(second.value);
  return first.kind === 'done' ? null : 'unavailable';
}

/** The mailbox of a thread that waits. */
function received({ id, salt, sealed, receivedAt }: NewThread): MailboxContents {
  const first = toBase64url(digestOf(sealed));
  return { thread: id, salt, state: 'new', receivedAt, first, messages: [] };
}

/** Moves the thread of a mailbox to D1 where it waits in R2, so that something can follow it. Says whether it did. */
export async function fetchWaiting(stores: Stores, hashes: MailboxHashes): Promise<boolean> {
  const thread = await underEach(hashes, null, (hash) => findWaiting(stores.SECOND, hash));
  if (thread) await moveThread(stores, thread);
  return thread !== null;
}
