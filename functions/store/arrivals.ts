/** What has come from outside and no member has looked at: the number of the newest, and when the oldest came (Unix seconds). */
export type Arrivals = { newest: number; oldest: number };

const SELECT = `SELECT (SELECT max(change) FROM arrivals) AS newest, at AS oldest
  FROM arrivals WHERE change = (SELECT min(change) FROM arrivals)`;

/** What nobody has looked at; null where that is nothing. */
export async function readArrivals(db: D1Database): Promise<Arrivals | null> {
  return db.prepare(SELECT).first<Arrivals>();
}

/**
 * A member has looked at everything up to a number of a change: of that nothing is kept. A number that was not given yet, as
 * a desk knows it from before the store was put back to an earlier state, moves nothing. Gives what is left.
 */
export async function lookedUpTo(db: D1Database, change: number): Promise<Arrivals | null> {
  const [, left] = await db.batch<Arrivals>([
    db
      .prepare('DELETE FROM arrivals WHERE change <= ?1 AND ?1 <= (SELECT n FROM changes WHERE one = 1)')
      .bind(change),
    db.prepare(SELECT),
  ]);
  return left?.results[0] ?? null;
}
