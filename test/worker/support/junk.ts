import { env } from 'cloudflare:workers';

/** What may be said of the rows of a flood; what isn't is as the worker would have it. */
type Fields = { bytes?: number; receivedAt?: number; thrownId?: string; thrownBy?: string };

/**
 * Stores so many threads that nobody can open, by one statement: envelopes of zeros, received at `receivedAt` (Unix
 * seconds). Gives their ids, in the order of their changes.
 */
export async function storeJunk(count: number, fields: Fields = {}): Promise<string[]> {
  const { bytes = 1081, receivedAt = 1000, thrownId = null, thrownBy = null } = fields;
  const { results } = await env.DB.prepare(
    `WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ?1)
     INSERT INTO threads (id, key_id, mailbox_hash, salt, received_at, changed, thrown_id, thrown_by, thrown_at, bytes,
                          digest, sealed)
     SELECT substr(hex(randomblob(11)), 1, 21) || 'A', zeroblob(8), randomblob(32), zeroblob(44), ?2,
            (SELECT n FROM changes WHERE one = 1) + i, ?3, ?4, iif(?3 IS NULL, NULL, 1000), ?5, randomblob(32),
            zeroblob(?5)
     FROM number RETURNING id`,
  )
    .bind(count, receivedAt, thrownId, thrownBy, bytes)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
