import { digestOf } from '../../src/protocol/wire/digest.ts';
import { actStatements, type NewAct, storedUnder } from './audit.ts';
import { hexOf } from './blob.ts';
import { NEXT_CHANGE } from './changes.ts';
import type { Outcome } from './outcome.ts';

/** What the desk keeps for itself in a thread: the entry with this number. `at` in Unix seconds. */
export type NewEntry = { id: string; seq: number; sealed: Uint8Array; memberId: string; at: number };

/**
 * In a statement that changes a thread `threads` together with an entry: whether the entry with the number `seq` (a
 * parameter) is the next of the thread.
 */
export const isNextEntry = (seq: string) =>
  `coalesce((SELECT max(seq) FROM entries WHERE thread_id = threads.id), 0) = ${seq} - 1`;

/** The statement that stores an entry of a thread once, where the thread meets a condition on `?1` (its id) and `?2` (its number). */
function insertEntry(
  db: D1Database,
  threadId: string,
  { id, seq, sealed, memberId, at }: NewEntry,
  condition: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO entries (id, thread_id, seq, member_id, at, digest, sealed)
       SELECT ?1, id, ?2, ?3, ?4, unhex(?5), unhex(?6) FROM threads WHERE id = ?7 AND ${condition}
       ON CONFLICT DO NOTHING RETURNING id`,
    )
    .bind(id, seq, memberId, at, hexOf(digestOf(sealed)), hexOf(sealed), threadId);
}

/** The statement that stores the entry that a thread was just changed to name (`state_entry`), once. */
export function insertNamedEntry(db: D1Database, threadId: string, entry: NewEntry): D1PreparedStatement {
  return insertEntry(db, threadId, entry, 'state_entry = ?1');
}

/**
 * Stores an entry that changes nothing of its thread, once, when it is the next, and lets open desks see that there is one
 * more. `changed` when another stands in its place, `unknown` when there is no such thread.
 */
export async function addEntry(
  db: D1Database,
  threadId: string,
  entry: NewEntry,
  act?: NewAct,
): Promise<Outcome | 'changed' | 'unknown'> {
  const { id, seq, sealed } = entry;
  const [, inserted, found] = await db.batch<{ same?: 0 | 1 | null }>([
    db
      .prepare(
        `UPDATE threads SET changed = ${NEXT_CHANGE}
         WHERE id = ?1 AND ${isNextEntry('?2')} AND NOT EXISTS (SELECT 1 FROM entries WHERE id = ?3)`,
      )
      .bind(threadId, seq, id),
    insertEntry(db, threadId, entry, isNextEntry('?2')),
    db
      .prepare(
        `SELECT e.thread_id = r.id AND e.digest = unhex(?1) AS same
         FROM threads r LEFT JOIN entries e ON e.id = ?2 WHERE r.id = ?3`,
      )
      .bind(hexOf(digestOf(sealed)), id, threadId),
    ...actStatements(db, act, storedUnder('entries', id)),
  ]);
  if (inserted?.results.length) return 'stored';
  const [thread] = found?.results ?? [];
  if (!thread) return 'unknown';
  if (thread.same === 1) return 'repeated';
  return thread.same === 0 ? 'taken' : 'changed';
}
