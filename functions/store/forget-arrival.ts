import { hexOf } from './blob.ts';

/**
 * The statement by which nobody has to look any more at what began the thread of a mailbox. Where the thread was touched
 * since, its arrival stays and goes on ringing.
 */
export function forgetArrival(db: D1Database, mailboxHash: Uint8Array): D1PreparedStatement {
  return db
    .prepare(
      'DELETE FROM arrivals WHERE change = (SELECT changed FROM threads WHERE mailbox_hash = unhex(?))',
    )
    .bind(hexOf(mailboxHash));
}
