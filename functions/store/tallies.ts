import { type AskTallies, TALLY_ROWS, type TalliesBody } from '../../src/protocol/wire/api/tallies.ts';
import { type Hex, hexOf, hexText } from './blob.ts';

/** Stores a tally of a month (`2027-03`), in the place of the one with its id where there is one. */
export async function putTally(
  db: D1Database,
  { id, month, sealed }: { id: string; month: string; sealed: Uint8Array },
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO tallies (id, month, sealed) VALUES (?, ?, unhex(?))
       ON CONFLICT (id) DO UPDATE SET month = excluded.month, sealed = excluded.sealed`,
    )
    .bind(id, month, hexOf(sealed))
    .run();
}

/** A page of a year's tallies, from its beginning or behind one of them. */
export async function listTallies(db: D1Database, { year, after }: AskTallies): Promise<TalliesBody> {
  const { results } = await db
    .prepare(
      `SELECT id, month, hex(sealed) AS sealed FROM tallies
       WHERE (month, id) > (?, ?) AND month < ? ORDER BY month, id LIMIT ?`,
    )
    // Before the first month of a year stands its name alone, and behind the last one that of the next.
    .bind(after?.month ?? `${year}`, after?.id ?? '', `${year + 1}`, TALLY_ROWS)
    .all<{ id: string; month: string; sealed: Hex }>();
  const tallies = results.map(({ id, month, sealed }) => ({ id, month, envelope: hexText(sealed) }));
  const last = tallies.at(-1);
  if (!last || tallies.length < TALLY_ROWS) return { tallies };
  return { tallies, next: { month: last.month, id: last.id } };
}

/** Forgets the tallies of months before this one. */
export async function deleteTallies(db: D1Database, before: string): Promise<void> {
  await db.prepare('DELETE FROM tallies WHERE month < ?').bind(before).run();
}
