import type { MailboxBody } from '../../src/protocol/wire/api/mailbox.ts';
import { isStoreBusy } from '../http/fault.ts';
import { readMailbox } from '../store/messages.ts';
import { findWaiting } from '../store/second/waiting.ts';
import type { NewThread } from '../store/threads.ts';
import { moveThread } from './move.ts';
import { FIRST_TIME, type Stores } from './receive.ts';
import { within } from './within.ts';

/**
 * What a mailbox holds, in whichever store its thread rests: where that is R2, what begins it was received, and nothing
 * has followed. Null when neither knows it; `unavailable` when the one does not, and the other does not answer.
 */
export async function openMailbox(
  stores: Stores,
  mailboxHash: Uint8Array,
): Promise<MailboxBody | null | 'unavailable'> {
  const { DB, SECOND } = stores;
  const first = await within(readMailbox(DB, mailboxHash), FIRST_TIME);
  if (first.kind === 'failed' && !(first.error instanceof Error && isStoreBusy(first.error)))
    throw first.error;
  if (first.kind === 'done' && first.value) return first.value;
  const second = await within(findWaiting(SECOND, mailboxHash), FIRST_TIME);
  if (second.kind !== 'done') return 'unavailable';
  if (second.value) return received(second.value);
  return first.kind === 'done' ? null : 'unavailable';
}

/** The mailbox of a thread that waits. */
function received({ id, receivedAt }: NewThread): MailboxBody {
  return { thread: id, state: 'new', receivedAt, messages: [] };
}

/** Moves the thread of a mailbox to D1 where it waits in R2, so that something can follow it. Says whether it did. */
export async function fetchWaiting(stores: Stores, mailboxHash: Uint8Array): Promise<boolean> {
  const thread = await findWaiting(stores.SECOND, mailboxHash);
  if (thread) await moveThread(stores, thread);
  return thread !== null;
}
