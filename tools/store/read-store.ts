import * as z from 'zod';

/** One envelope of the store, with what its row says of it. */
export type StoredEnvelope = {
  thread: string;
  id: string;
  author: 'reporter' | 'desk';
  /** Unix seconds. */
  at: number;
  /** The state of the referral; null for a message. */
  state: string | null;
  envelope: Uint8Array;
};

const Row = z.object({
  thread: z.string(),
  id: z.string(),
  author: z.enum(['reporter', 'desk']),
  at: z.number(),
  state: z.nullable(z.string()),
  sealed: z.hex().transform((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
});

/** Every envelope of a D1 database, each referral before its messages, oldest first. */
export async function readStore(database: D1Database): Promise<StoredEnvelope[]> {
  const { results } = await database
    .prepare(
      `SELECT id AS thread, id, 'reporter' AS author, received_at AS at, state, hex(sealed) AS sealed, received_at AS first, 0 AS rev
       FROM threads
       UNION ALL
       SELECT m.thread_id, m.id, m.author, m.at, NULL, hex(m.sealed), r.received_at, m.rev
       FROM messages m JOIN threads r ON r.id = m.thread_id
       ORDER BY first, thread, rev`,
    )
    .all();
  return z
    .array(Row)
    .parse(results)
    .map(({ sealed, ...row }) => ({ ...row, envelope: sealed }));
}
