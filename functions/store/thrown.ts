import type { PostThrown, Thrown } from '../../src/protocol/wire/api/thrown.ts';
import { actStatements, type NewAct } from './audit.ts';
import { NEXT_CHANGE } from './changes.ts';

/**
 * Throws threads away under an id, in one batch: each only if nobody has taken it and it still has the revision that
 * the member saw. Gives how many now lie under that id by that member, so that asking again tells the same.
 * `at` in Unix seconds.
 */
export async function throwAway(
  db: D1Database,
  { id, threads }: PostThrown,
  memberId: string,
  at: number,
  act?: NewAct,
): Promise<number> {
  const answers = await db.batch<{ count: number }>([
    db
      .prepare(
        `UPDATE threads SET thrown_id = ?1, thrown_by = ?2, thrown_at = ?3, rev = threads.rev + 1,
           changed = ${NEXT_CHANGE} + seen.at
         FROM (SELECT key AS at, value ->> 'id' AS id, value ->> 'rev' AS rev FROM json_each(?4)) seen
         WHERE threads.id = seen.id AND threads.rev = seen.rev AND state = 'new' AND thrown_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM threads other WHERE other.thrown_id = ?1 AND other.thrown_by <> ?2)`,
      )
      .bind(id, memberId, at, JSON.stringify(threads)),
    ...actStatements(db, act, {
      where: 'EXISTS (SELECT 1 FROM threads WHERE thrown_id = ?6 AND thrown_by = ?7)',
      values: [id, memberId],
    }),
    db
      .prepare('SELECT count(*) AS count FROM threads WHERE thrown_id = ? AND thrown_by = ?')
      .bind(id, memberId),
  ]);
  return answers.at(-1)?.results[0]?.count ?? 0;
}

/** Brings back what was thrown away under an id, whoever of the desk did it. Gives how many threads that were. */
export async function bringBack(db: D1Database, id: string, act?: NewAct): Promise<number> {
  const back = db
    .prepare(
      `UPDATE threads SET thrown_id = NULL, thrown_by = NULL, thrown_at = NULL, rev = threads.rev + 1,
         changed = ${NEXT_CHANGE} + thrown.at - 1
       FROM (SELECT id, row_number() OVER (ORDER BY thrown_at) AS at FROM threads WHERE thrown_id = ?) thrown
       WHERE threads.id = thrown.id RETURNING threads.id`,
    )
    .bind(id);
  const lies = { where: 'EXISTS (SELECT 1 FROM threads WHERE thrown_id = ?6)', values: [id] };
  const answers = await db.batch([...actStatements(db, act, lies), back]);
  return answers.at(-1)?.results.length ?? 0;
}

/** What was thrown away and can still be brought back, newest first. */
export async function listThrown(db: D1Database): Promise<Thrown[]> {
  const { results } = await db
    .prepare(
      `SELECT r.thrown_id AS id, max(r.thrown_at) AS at, count(*) AS count, m.id AS memberId, m.name
       FROM threads r JOIN members m ON m.id = r.thrown_by
       WHERE r.thrown_id IS NOT NULL GROUP BY r.thrown_id ORDER BY at DESC, id`,
    )
    .all<{ id: string; at: number; count: number; memberId: string; name: string }>();
  return results.map(({ id, at, count, memberId, name }) => ({ id, at, count, by: { id: memberId, name } }));
}

/** Threads that one statement deletes at most: D1 ends what runs for too long. */
const AT_ONCE = 500;

/** Deletes for good, with their messages, the threads that were thrown away before a moment (Unix seconds). */
export async function deleteThrown(db: D1Database, before: number): Promise<number> {
  let deleted = 0;
  for (let found = AT_ONCE; found === AT_ONCE; deleted += found) {
    const { results } = await db
      .prepare(
        `DELETE FROM threads WHERE id IN (
           SELECT id FROM threads WHERE thrown_id IS NOT NULL AND thrown_at < ? LIMIT ?
         ) RETURNING id`,
      )
      .bind(before, AT_ONCE)
      .all();
    found = results.length;
  }
  return deleted;
}
