import { type MailboxHashes, underEach } from '../secrets/stored-mailbox.ts';
import { findWaiting } from '../store/second/waiting.ts';
import type { Tombstone } from '../store/thread.ts';
import { applyTombstones } from '../store/tombstone-copies.ts';
import { deleteByMailbox } from '../store/tombstones.ts';
import { askFirst } from './ask-first.ts';
import { buryInSecond } from './bury.ts';
import { FIRST_TIME, type Stores } from './receive.ts';
import { within } from './within.ts';

/**
 * Deletes the thread of a mailbox in both stores, and gives its id when neither has anything of it any more. Null when
 * neither knows the mailbox. `unavailable` where one of them did not say so in time: something may still be there, though
 * what could be deleted is. `at` in Unix seconds.
 */
export async function eraseMailbox(
  { DB, SECOND }: Stores,
  hashes: MailboxHashes,
  at: number,
): Promise<string | null | 'unavailable'> {
  const first = await askFirst(underEach(hashes, null, (hash) => deleteByMailbox(DB, hash, at)));
  let buried = first.kind === 'done' ? first.value : null;
  if (!buried) {
    const waiting = await within(
      underEach(hashes, null, (hash) => findWaiting(SECOND, hash)),
      FIRST_TIME,
    );
    if (waiting.kind !== 'done') return 'unavailable';
    if (!waiting.value) return first.kind === 'done' ? null : 'unavailable';
    const { id, receivedAt } = waiting.value;
    buried = { id, receivedAt, readAt: null, deletedAt: at } satisfies Tombstone;
  }
  const tombstone = buried;
  const second = await within(buryInSecond(SECOND, tombstone), FIRST_TIME);
  // A D1 that did not answer may have stored it late, or may yet: only what it says itself is known.
  if (first.kind !== 'done' || second.kind !== 'done') return 'unavailable';
  if (!first.value) await applyTombstones(DB, [tombstone]);
  return tombstone.id;
}
