import * as z from 'zod';

const Blob = z.hex().transform((hex) => Uint8Array.from(Buffer.from(hex, 'hex')));

const Row = z.object({
  link: Blob,
  name: z.string(),
  id: z.nullable(z.string()),
  thread: z.nullable(z.string()),
  sealed: z.nullable(Blob),
});

/** A link of the store, the name that its member has there, and what was done as far as it is kept. */
export type StoredLink = z.infer<typeof Row>;

/** Every link of a store, in the order in which they came. */
export async function readTrails(database: D1Database): Promise<StoredLink[]> {
  const { results } = await database
    .prepare(
      `SELECT hex(a.link) AS link, m.name, d.id, d.thread_id AS thread, hex(d.sealed) AS sealed
       FROM audit a JOIN members m ON m.id = a.member_id LEFT JOIN acts d ON d.n = a.n ORDER BY a.n`,
    )
    .all();
  return z
    .array(Row)
    .parse(results.map((row) => ({ ...row, sealed: row['id'] === null ? null : row['sealed'] })));
}
