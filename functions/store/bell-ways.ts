/** When whose telephone was last heard to ring, by any of their ways, Unix seconds; who never showed it is left out. */
export async function listProofs(db: D1Database): Promise<{ member: string; at: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT member_id AS member, max(proved_at) AS at FROM bell_ways WHERE proved_at IS NOT NULL GROUP BY member_id`,
    )
    .all<{ member: string; at: number }>();
  return results;
}
