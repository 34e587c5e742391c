/** How much has come to the desk that nobody has taken or read. */
export type Untaken = { threads: number; bytes: number };

/**
 * Seconds for which something counts that was deleted before anybody read it. Whoever sends and deletes in numbers presses
 * the intake too, and buries the sign of what a person had to delete; longer, and nobody at the desk could end it.
 */
const DELETED_COUNTS = 60 * 60;

/**
 * What nobody has taken or read, at a time in Unix seconds: threads that wait, and those that went unread within the hour.
 * Stops counting at `most` of each, so that it costs the same in any flood.
 */
export async function countUntaken(db: D1Database, most: number, at: number): Promise<Untaken> {
  const waiting = db
    .prepare(
      `SELECT count(*) AS threads, coalesce(sum(bytes), 0) AS bytes FROM (
         SELECT bytes FROM threads WHERE state = 'new' AND read_at IS NULL AND thrown_id IS NULL LIMIT ?
       )`,
    )
    .bind(most);
  const deleted = db
    .prepare(
      `SELECT count(*) AS threads, 0 AS bytes FROM (
         SELECT 1 FROM tombstones WHERE deleted_at > ? AND read_at IS NULL LIMIT ?
       )`,
    )
    .bind(at - DELETED_COUNTS, most);
  const counted = (await db.batch<Untaken>([waiting, deleted])).flatMap(({ results }) => results);
  return {
    threads: counted.reduce((sum, { threads }) => sum + threads, 0),
    bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
