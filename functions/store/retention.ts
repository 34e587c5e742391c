import type { PutRetention, RetentionBody } from '../../src/protocol/wire/api/retention.ts';
import { actStatements, type NewAct } from './audit.ts';
import { NEXT_CHANGE } from './changes.ts';

/** Days since 1970 at a moment in Unix seconds. */
export const dayOf = (at: number) => Math.floor(at / 86_400);

/** Days of which the desk is told how many threads were deleted. */
const TOLD_DAYS = 31;

type Row = { days: number; rev: number; at: number | null; id: string | null; name: string | null };

/** For how long closed threads are kept, and what was deleted of late, as of a day. */
export async function readRetention(db: D1Database, day: number): Promise<RetentionBody> {
  const [rows, purged] = await db.batch<Row | RetentionBody['purged'][number]>([
    db.prepare(
      `SELECT r.days, r.rev, r.changed_at AS at, m.id, m.name
       FROM retention r LEFT JOIN members m ON m.id = r.changed_by WHERE r.one = 1`,
    ),
    db.prepare('SELECT day, count FROM purges WHERE day > ? ORDER BY day DESC').bind(day - TOLD_DAYS),
  ]);
  const row = rows?.results.find((one) => 'rev' in one);
  if (!row) throw new Error('The store does not say for how long anything is kept.');
  const { days, rev, at, id, name } = row;
  return {
    days,
    rev,
    ...(id !== null && name !== null && { changedBy: { id, name } }),
    ...(at !== null && { changedAt: at }),
    purged: purged?.results.filter((one) => 'day' in one) ?? [],
  };
}

/** Sets for how long threads are kept that are closed from now on, where this revision is current; says whether it was. */
export async function setRetention(
  db: D1Database,
  { days, rev }: PutRetention,
  memberId: string,
  at: number,
  act?: NewAct,
): Promise<boolean> {
  const [set] = await db.batch([
    db
      .prepare(
        `UPDATE retention SET days = ?, changed_by = ?, changed_at = ?, rev = rev + 1
         WHERE one = 1 AND rev = ? RETURNING rev`,
      )
      .bind(days, memberId, at, rev),
    ...actStatements(db, act, {
      where: 'EXISTS (SELECT 1 FROM retention WHERE one = 1 AND rev = ?6 AND changed_by = ?7)',
      values: [rev + 1, memberId],
    }),
  ]);
  return set?.results.length === 1;
}

/** Threads that one statement deletes at most. */
const AT_ONCE = 200;

/** What may be deleted of what is closed: nothing that the person wrote and nobody has read. */
const MAY_GO = 'closed_day IS NOT NULL AND read_at IS NOT NULL';

/** Counts under a day what the statement before it in a batch has deleted. */
const countPurged = (db: D1Database, day: number) =>
  db
    .prepare(
      `INSERT INTO purges (day, count) SELECT ?, changes() WHERE changes() > 0
       ON CONFLICT (day) DO UPDATE SET count = count + excluded.count`,
    )
    .bind(day);

/** Deletes closed threads whose day has come, with all that hangs on them, and counts them under the day. */
export async function purgeDue(db: D1Database, day: number): Promise<number> {
  let purged = 0;
  for (let found = AT_ONCE; found === AT_ONCE; purged += found) {
    const [deleted] = await db.batch([
      db
        .prepare(
          `DELETE FROM threads WHERE id IN (SELECT id FROM threads WHERE purge_day <= ? AND ${MAY_GO} LIMIT ?)
           RETURNING id`,
        )
        .bind(day, AT_ONCE),
      countPurged(db, day),
    ]);
    found = deleted?.results.length ?? 0;
  }
  return purged;
}

/** Seconds for which is kept which threads a member deleted for good: no desk is open for longer without asking. */
export const PURGED_KEPT = 2 * 86_400;

/** Deletes a closed thread now (`at`: Unix seconds), in this revision, and counts it; says whether it did. */
export async function purgeThread(
  db: D1Database,
  { id, rev }: { id: string; rev: number },
  at: number,
  act?: NewAct,
): Promise<boolean> {
  const answers = await db.batch([
    // Before it goes: afterwards nothing tells that it did.
    ...actStatements(db, act, {
      where: `EXISTS (SELECT 1 FROM threads WHERE id = ?6 AND rev = ?7 AND ${MAY_GO})`,
      values: [id, rev],
    }),
    db
      .prepare(
        `INSERT INTO purged (id, at, changed) SELECT id, ?, ${NEXT_CHANGE} FROM threads WHERE id = ? AND rev = ? AND ${MAY_GO}`,
      )
      .bind(at, id, rev),
    db.prepare(`DELETE FROM threads WHERE id = ? AND rev = ? AND ${MAY_GO} RETURNING id`).bind(id, rev),
    countPurged(db, dayOf(at)),
  ]);
  return answers.at(-2)?.results.length === 1;
}

/** Forgets which threads were deleted for good before a moment (Unix seconds). */
export async function forgetPurged(db: D1Database, before: number): Promise<void> {
  await db.prepare('DELETE FROM purged WHERE at <= ?').bind(before).run();
}

/** Which closed threads still have their times, of those of which no other centre reads anything now: a code has its hour. */
const EXACT = `SELECT id FROM threads WHERE closed_day < ?1 AND rounded IS NOT changed
  AND NOT EXISTS (SELECT 1 FROM handoffs WHERE thread_id = threads.id AND sealed IS NOT NULL)
  ORDER BY closed_day, rowid LIMIT ?2`;

/** In a statement: columns with times, each rounded down to its day. */
const rounded = (...times: readonly string[]) =>
  times.map((at) => `${at} = ${at} / 86400 * 86400`).join(', ');

/**
 * Rounds the times of what was closed before a day down to their days, all of a thread or none: what is over needs no minute
 * of the night in which somebody wrote. At most so many threads at once; each again when it has changed since.
 */
export async function roundClosed(db: D1Database, day: number): Promise<void> {
  await db.batch(
    [
      `UPDATE messages SET ${rounded('at')} WHERE thread_id IN (${EXACT})`,
      `UPDATE entries SET ${rounded('at')} WHERE thread_id IN (${EXACT})`,
      `UPDATE handoffs SET ${rounded('made_at', 'expires_at', 'opened_at', 'accepted_at', 'revoked_at')}
       WHERE thread_id IN (${EXACT})`,
      // Last: what was done to the others is a change of the thread as well.
      `UPDATE threads SET rounded = changed, ${rounded('received_at', 'read_at', 'taken_at')} WHERE id IN (${EXACT})`,
    ].map((statement) => db.prepare(statement).bind(day, AT_ONCE)),
  );
}
