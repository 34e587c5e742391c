import type { Rank } from '../../src/protocol/wire/api/duty.ts';
import type { Shift } from '../duty/rota.ts';
import { actStatements, type NewAct, storedBy } from './audit.ts';
import type { Outcome } from './outcome.ts';

/** A rank given for a time by a member, under an id of their choice. Times in Unix seconds. */
export type NewShift = Shift & { id: string; saidBy: string; saidAt: number };

/** Stores once that somebody has a rank for a time; `unknown` when there is no such member. */
export async function insertShift(
  db: D1Database,
  { id, rank, member, from, until, saidBy, saidAt }: NewShift,
  act?: NewAct,
): Promise<Outcome | 'unknown'> {
  const [inserted, found] = await db.batch<{ same: 0 | 1 }>([
    db
      .prepare(
        `INSERT INTO duty (id, rank, member_id, from_at, until_at, said_by, said_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE ?3 IS NULL OR EXISTS (SELECT 1 FROM members WHERE id = ?3 AND suspended_at IS NULL)
         ON CONFLICT DO NOTHING RETURNING id`,
      )
      .bind(id, rank, member, from, until, saidBy, saidAt),
    db
      .prepare(
        `SELECT rank = ?2 AND member_id IS ?3 AND until_at = ?4 AND said_by IS ?5 AS same FROM duty WHERE id = ?1`,
      )
      .bind(id, rank, member, until, saidBy),
    ...actStatements(db, act, storedBy('duty', id, saidBy)),
  ]);
  if (inserted?.results.length) return 'stored';
  const [row] = found?.results ?? [];
  if (!row) return 'unknown';
  return row.same ? 'repeated' : 'taken';
}

/** All that was said of times that end after a moment (Unix seconds), the newest last. */
export async function listShifts(db: D1Database, after: number): Promise<Shift[]> {
  const { results } = await db
    .prepare(
      `SELECT rank, member_id AS member, from_at AS "from", until_at AS until FROM duty
       WHERE until_at > ? ORDER BY n`,
    )
    .bind(after)
    .all<{ rank: Rank; member: string | null; from: number; until: number }>();
  return results;
}

/** Forgets what was said of times that ended before a moment (Unix seconds). */
export async function deleteShifts(db: D1Database, before: number): Promise<void> {
  await db.prepare('DELETE FROM duty WHERE until_at <= ?').bind(before).run();
}

/** Whether the coordinator was told of a gap on a day, or later. */
export async function gapWasTold(db: D1Database, day: number): Promise<boolean> {
  const row = await db.prepare('SELECT 1 FROM duty_told WHERE one = 1 AND day >= ?').bind(day).first();
  return row !== null;
}

/** Notes on which day (a number that grows by one each day) the coordinator was told of a gap. */
export async function noteGapTold(db: D1Database, day: number): Promise<void> {
  await db.prepare('UPDATE duty_told SET day = ? WHERE one = 1').bind(day).run();
}
