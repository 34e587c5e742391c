import { digestOf } from '../../src/protocol/wire/digest.ts';
import { hexOf } from './blob.ts';

/** What the desk keeps for itself in a thread: the entry with this number. `at` in Unix seconds. */
export type NewEntry = { id: string; seq: number; sealed: Uint8Array; memberId: string; at: number };

/**
 * In a statement that changes a thread `threads` together with an entry: whether the entry with the number `seq` (a
 * parameter) is the next of the thread.
 */
export const isNextEntry = (seq: string) =>
  `coalesce((SELECT max(seq) FROM entries WHERE thread_id = threads.id), 0) = ${seq} - 1`;

/** The statement that stores the entry that a thread was just changed to name (`taken_entry`), once. */
export function insertNamedEntry(
  db: D1Database,
  threadId: string,
  { id, seq, sealed, memberId, at }: NewEntry,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO entries (id, thread_id, seq, member_id, at, digest, sealed)
       SELECT ?1, id, ?2, ?3, ?4, unhex(?5), unhex(?6) FROM threads WHERE id = ?7 AND taken_entry = ?1
       ON CONFLICT DO NOTHING`,
    )
    .bind(id, seq, memberId, at, hexOf(digestOf(sealed)), hexOf(sealed), threadId);
}
