import { env } from 'cloudflare:workers';

/** Stores so many entries of so many bytes each in a thread, behind the number `after`. */
export async function storeEntries(
  threadId: string,
  memberId: string,
  count: number,
  bytes: number,
  after = 0,
): Promise<void> {
  await env.DB.prepare(
    `WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ?1)
     INSERT INTO entries (id, thread_id, seq, member_id, at, digest, sealed)
     SELECT substr(hex(randomblob(11)), 1, 21) || 'A', ?2, i + ?3, ?4, 1, zeroblob(32), randomblob(?5) FROM number`,
  )
    .bind(count, threadId, after, memberId, bytes)
    .run();
}
