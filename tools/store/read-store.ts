import * as z from 'zod';
import { listWaiting, readWaiting } from '../../functions/store/second/waiting.ts';

/** One envelope of the store, with what its row says of it. */
export type StoredEnvelope = {
  thread: string;
  id: string;
  /** `centre`: what the desk keeps for itself. */
  author: 'reporter' | 'desk' | 'centre';
  /** Unix seconds. */
  at: number;
  /** The state of the referral; null for what follows. */
  state: string | null;
  envelope: Uint8Array;
};

const Row = z.object({
  thread: z.string(),
  id: z.string(),
  author: z.enum(['reporter', 'desk', 'centre']),
  at: z.number(),
  state: z.nullable(z.string()),
  sealed: z.hex().transform((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
});

/**
 * Every envelope of a D1 database that the centre can open: each referral before its messages, and these before its entries,
 * oldest first; then saved answers (which have no time), handovers, what the centre keeps of handoffs, and tallies (by the
 * beginning of their month); and behind them what waits in the second store until it is moved there.
 */
export async function readStore(database: D1Database, second: R2Bucket): Promise<StoredEnvelope[]> {
  const stored = await readDatabase(database);
  const known = new Set(stored.map(({ id }) => id));
  for await (const ids of listWaiting(second)) {
    for (const id of ids.filter((one) => !known.has(one))) {
      const waiting = await readWaiting(second, id);
      if (!waiting) continue;
      const { sealed, receivedAt } = waiting;
      stored.push({ thread: id, id, author: 'reporter', at: receivedAt, state: 'new', envelope: sealed });
    }
  }
  return stored;
}

async function readDatabase(database: D1Database): Promise<StoredEnvelope[]> {
  const { results } = await database
    .prepare(
      `SELECT id AS thread, id, 'reporter' AS author, received_at AS at, state, hex(sealed) AS sealed, received_at AS first,
              0 AS part, 0 AS number
       FROM threads
       UNION ALL
       SELECT m.thread_id, m.id, m.author, m.at, NULL, hex(m.sealed), r.received_at, 1, m.rev
       FROM messages m JOIN threads r ON r.id = m.thread_id
       UNION ALL
       SELECT e.thread_id, e.id, 'centre', e.at, NULL, hex(e.sealed), r.received_at, 2, e.seq
       FROM entries e JOIN threads r ON r.id = e.thread_id
       ORDER BY first, thread, part, number`,
    )
    .all();
  // A statement of D1 puts no more than five together.
  const beside = await database
    .prepare(
      `SELECT thread_id AS thread, id, 'centre' AS author, at, NULL AS state, hex(sealed) AS sealed FROM handovers
       UNION ALL
       SELECT thread_id, id, 'centre', made_at, NULL, hex(own) FROM handoffs
       UNION ALL
       SELECT id, id, 'centre', unixepoch(month || '-01'), NULL, hex(sealed) FROM tallies
       UNION ALL
       SELECT id, id, 'centre', 0, NULL, hex(sealed) FROM saved_answers WHERE sealed IS NOT NULL
       ORDER BY at, id`,
    )
    .all();
  return z
    .array(Row)
    .parse([...results, ...beside.results])
    .map(({ sealed, ...row }) => ({ ...row, envelope: sealed }));
}
