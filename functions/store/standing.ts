import { RETENTION_SPREAD } from '../../src/protocol/wire/api/retention.ts';
import type { ThreadRow } from '../../src/protocol/wire/api/threads.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import { actStatements, type NewAct, storedUnder } from './audit.ts';
import { hexOf } from './blob.ts';
import { NEXT_CHANGE } from './changes.ts';
import { insertNamedEntry, isNextEntry, type NewEntry } from './entries.ts';
import { type DeskRow, toThreadRow } from './pages/thread-row.ts';
import { openStateOf, selectThread } from './threads.ts';

/** How a member leaves a thread whose revision they saw, who has it then, and the entry in which they say so. */
export type Standing = {
  id: string;
  rev: number;
  owner: string | null;
  closed: boolean;
  entry: NewEntry;
  act?: NewAct | undefined;
};

const DAY = 24 * 60 * 60;

/** In a statement: which part of the days of retention a thread is kept, drawn anew for each that is closed. */
const DRAWN_PART = `(${1 - RETENTION_SPREAD} + ${2 * RETENTION_SPREAD} * (random() & 16777215) / 16777215.0)`;

/** A row of what the statements of `standingStatements` give. */
export type StandingRow = DeskRow | { same: 1 };

/**
 * The statements that let a thread stand as a member says, and then read it. `also`: what must hold of `threads` besides,
 * with its values from ?9 on; ?1 is the owner to be. Who closes a thread had it
 * open, whether or not that was heard: what nobody has read is never deleted.
 */
export function standingStatements(
  db: D1Database,
  { id, rev, owner, closed, entry, act }: Standing,
  also: { where: string; values: readonly (string | number)[] } = { where: 'TRUE', values: [] },
): D1PreparedStatement[] {
  const { at } = entry;
  return [
    db
      .prepare(
        `UPDATE threads SET
           read_at = iif(?3, coalesce(read_at, ?2), read_at),
           taken_at = iif(?1 IS NULL, NULL, iif(taken_by = ?1, taken_at, ?2)), taken_by = ?1,
           closed_day = iif(?3, coalesce(closed_day, ?4), NULL),
           purge_day = iif(?3, coalesce(purge_day, ?4 + (SELECT max(1, CAST(round(days * ${DRAWN_PART}) AS INTEGER)) FROM retention WHERE one = 1)), NULL),
           state = iif(?3, 'closed', ${openStateOf('?1')}),
           state_entry = ?5, rev = rev + 1, changed = ${NEXT_CHANGE}
         WHERE id = ?6 AND rev = ?7 AND thrown_id IS NULL AND ${isNextEntry('?8')}
           AND NOT EXISTS (SELECT 1 FROM entries WHERE id = ?5)
           AND (?1 IS NULL OR EXISTS (SELECT 1 FROM members WHERE id = ?1 AND (suspended_at IS NULL OR threads.taken_by = ?1))) AND ${also.where}`,
      )
      .bind(owner, at, closed ? 1 : 0, Math.floor(at / DAY), entry.id, id, rev, entry.seq, ...also.values),
    insertNamedEntry(db, id, entry),
    db
      .prepare('SELECT 1 AS same FROM entries WHERE id = ? AND thread_id = ? AND digest = unhex(?)')
      .bind(entry.id, id, hexOf(digestOf(entry.sealed))),
    selectThread(db, id),
    ...actStatements(db, act, storedUnder('entries', entry.id)),
  ];
}

/**
 * The statement that ends what was handed over of a thread and nobody accepted, where it was left so by this entry that
 * somebody else has it, or nobody needs it: given back or opened again later, it is not handed over anew.
 */
export function endHandovers(db: D1Database, thread: string, entry: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM handovers WHERE thread_id = ?1 AND accepted_at IS NULL AND EXISTS (
         SELECT 1 FROM threads WHERE id = ?1 AND state_entry = ?2
           AND (state = 'closed' OR taken_by <> handovers.from_member))`,
    )
    .bind(thread, entry);
}

/** What the statements of `standingStatements` gave, in their order. */
export function standingIn(
  answers: readonly D1Result<StandingRow>[],
): { row: ThreadRow; stored: boolean } | null {
  const [, , same, found] = answers;
  const row = found?.results.find((one) => 'state' in one);
  return row ? { row: toThreadRow(row), stored: (same?.results.length ?? 0) > 0 } : null;
}

/**
 * Lets a thread stand as a member says, together with the entry in which they do, in one batch: where the thread has the
 * revision that they saw, what they say is its next entry, and there is such an owner. Gives the row as it is afterwards,
 * and whether this very entry is stored, now or since an earlier try; null when there is no such thread.
 */
export async function changeStanding(
  db: D1Database,
  standing: Standing,
): Promise<{ row: ThreadRow; stored: boolean } | null> {
  return standingIn(
    await db.batch<StandingRow>([
      ...standingStatements(db, standing),
      endHandovers(db, standing.id, standing.entry.id),
    ]),
  );
}
