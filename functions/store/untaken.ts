/** How much there is at the desk that nobody has taken or read. */
export type Untaken = { threads: number; bytes: number };

/** What nobody has taken or read. Stops counting at `most` threads, so that it costs the same in any flood. */
export async function countUntaken(db: D1Database, most: number): Promise<Untaken> {
  const untaken = await db
    .prepare(
      `SELECT count(*) AS threads, coalesce(sum(bytes), 0) AS bytes FROM (
         SELECT bytes FROM threads WHERE state = 'new' AND read_at IS NULL AND thrown_id IS NULL LIMIT ?
       )`,
    )
    .bind(most)
    .first<Untaken>();
  return untaken ?? { threads: 0, bytes: 0 };
}
