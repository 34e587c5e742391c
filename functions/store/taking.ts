import type { ThreadRow } from '../../src/protocol/wire/api/threads.ts';
import { NEXT_CHANGE } from './changes.ts';
import { insertNamedEntry, isNextEntry, type NewEntry } from './entries.ts';
import { type DeskRow, toThreadRow } from './pages/thread-row.ts';
import { selectThread } from './threads.ts';

/** A change of who has a thread, by the member who says so in `entry`, of a thread whose revision they saw. */
type Change = { id: string; rev: number; entry: NewEntry };

/** Changes a thread together with its entry, in one batch. Gives the row as it is afterwards; null when there is none. */
async function changeWith(
  db: D1Database,
  { id, entry }: Change,
  update: D1PreparedStatement,
): Promise<ThreadRow | null> {
  const [, , found] = await db.batch<DeskRow>([
    update,
    insertNamedEntry(db, id, entry),
    selectThread(db, id),
  ]);
  const row = found?.results[0];
  return row ? toThreadRow(row) : null;
}

/**
 * Lets a member take a new thread whose revision they saw, when what they say is its next entry. Gives the row as it is
 * afterwards, whether or not it changed, and null when there is none.
 */
export function takeThread(db: D1Database, take: Change): Promise<ThreadRow | null> {
  const { id, rev, entry } = take;
  const update = db
    .prepare(
      `UPDATE threads SET state = 'taken', taken_by = ?1, taken_at = ?2, taken_entry = ?3, rev = rev + 1,
         changed = ${NEXT_CHANGE}
       WHERE id = ?4 AND rev = ?5 AND state = 'new' AND thrown_id IS NULL AND ${isNextEntry('?6')}
         AND NOT EXISTS (SELECT 1 FROM entries WHERE id = ?3)`,
    )
    .bind(entry.memberId, entry.at, entry.id, id, rev, entry.seq);
  return changeWith(db, take, update);
}

/**
 * Gives a thread back that a member took by mistake: only the same member, in the revision that taking it gave, and
 * when it was not before `takenAfter` (Unix seconds). Gives the row as it is afterwards, and null when there is none.
 */
export function releaseThread(
  db: D1Database,
  release: Change & { takenAfter: number },
): Promise<ThreadRow | null> {
  const { id, rev, entry, takenAfter } = release;
  const update = db
    .prepare(
      `UPDATE threads SET state = 'new', taken_by = NULL, taken_at = NULL, taken_entry = ?1, rev = rev + 1,
         changed = ${NEXT_CHANGE}
       WHERE id = ?2 AND rev = ?3 AND state = 'taken' AND taken_by = ?4 AND taken_at > ?5 AND ${isNextEntry('?6')}
         AND NOT EXISTS (SELECT 1 FROM entries WHERE id = ?1)`,
    )
    .bind(entry.id, id, rev, entry.memberId, takenAfter, entry.seq);
  return changeWith(db, release, update);
}
