import { hexOf } from './blob.ts';

/**
 * Nobody has to look at what began the thread of a mailbox any more: it was a drill, and is over. Where the thread was touched
 * since, its arrival stays and goes on ringing.
 */
export async function forgetArrival(db: D1Database, mailboxHash: Uint8Array): Promise<void> {
  await db
    .prepare(
      'DELETE FROM arrivals WHERE change = (SELECT changed FROM threads WHERE mailbox_hash = unhex(?))',
    )
    .bind(hexOf(mailboxHash))
    .run();
}
