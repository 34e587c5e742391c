import { PAGE_BYTES } from '../../../src/protocol/wire/api/fields.ts';
import {
  type EnvelopesBody,
  type Gone,
  LIST_ROWS,
  type ThreadRow,
} from '../../../src/protocol/wire/api/threads.ts';
import { type Hex, hexText } from '../blob.ts';
import { type NumberedTombstone, selectTombstones, toGone } from '../tombstones.ts';
import { DESK_ROW, type DeskRow, toThreadRow } from './thread-row.ts';

/** A page of what has changed, and from which number to go on. */
export type Changes = {
  threads: ThreadRow[];
  gone: Gone[];
  purged: string[];
  cursor: number;
  more: boolean;
};

/**
 * What changed beyond a number, in the order of the changes, at most `LIST_ROWS` threads, as many tombstones and as many ids
 * of what was deleted for good. From 0 only threads that are not closed or thrown away, and nothing of the last.
 */
export async function listChanges(db: D1Database, since: number): Promise<Changes> {
  const newest = db.prepare('SELECT n FROM changes WHERE one = 1');
  // What is asked every few seconds by every open desk, and nearly always in vain, reads one row.
  const unchanged = since > 0 && (await newest.first<{ n: number }>())?.n === since;
  if (unchanged) return { threads: [], gone: [], purged: [], cursor: since, more: false };
  const waiting = since === 0 ? "AND r.state <> 'closed' AND r.thrown_id IS NULL" : '';
  type Purged = { purged: string; changed: number };
  const [rows, stones, ends, last] = await db.batch<DeskRow | NumberedTombstone | Purged | { n: number }>([
    db
      .prepare(`${DESK_ROW} WHERE r.changed > ? ${waiting} ORDER BY r.changed LIMIT ?`)
      .bind(since, LIST_ROWS),
    selectTombstones(db, since),
    db
      .prepare(
        'SELECT id AS purged, changed FROM purged WHERE changed > ?1 AND ?1 > 0 ORDER BY changed LIMIT ?2',
      )
      .bind(since, LIST_ROWS),
    newest,
  ]);
  const threads = rows?.results.filter((row) => 'state' in row) ?? [];
  const gone = stones?.results.filter((row) => 'deletedAt' in row) ?? [];
  const purged = ends?.results.filter((row) => 'purged' in row) ?? [];
  const [counted] = last?.results.filter((row) => 'n' in row) ?? [];
  // Where one of them was cut off, the others may be asked for twice: never is anything left out.
  const cuts = [threads, gone, purged].flatMap((all) => all[LIST_ROWS - 1]?.changed ?? []);
  const cursor = cuts.length > 0 ? Math.min(...cuts) : (counted?.n ?? since);
  return {
    threads: threads.map(toThreadRow),
    gone: gone.map(toGone),
    purged: purged.map((row) => row.purged),
    cursor,
    more: cuts.length > 0,
  };
}

/** On which day a month begins, as `closed_day` counts them. `month` from 1; 13 is the next January. */
const firstDay = (year: number, month: number) => Date.UTC(year, month - 1) / 86_400_000;

/** What was closed in a month (`2026-11`, of UTC) and still is, newest first, at most `LIST_ROWS`. */
export async function listClosed(
  db: D1Database,
  yearAndMonth: string,
): Promise<{ threads: ThreadRow[]; more: boolean }> {
  const [year = 0, month = 0] = yearAndMonth.split('-').map(Number);
  const { results } = await db
    .prepare(
      `${DESK_ROW} WHERE r.closed_day >= ? AND r.closed_day < ?
       ORDER BY r.closed_day DESC, r.rowid DESC LIMIT ?`,
    )
    .bind(firstDay(year, month), firstDay(year, month + 1), LIST_ROWS + 1)
    .all<DeskRow>();
  return { threads: results.slice(0, LIST_ROWS).map(toThreadRow), more: results.length > LIST_ROWS };
}

/** What an envelope takes in JSON, in bytes: base64url, with its id and some signs around it. */
const IN_JSON = 'coalesce(t.bytes, length(s.sealed), length(o.sealed)) * 4 / 3 + 64';

/** The envelopes of the first of these threads, entries and handovers, as many as fit a page, and one at least. */
export async function readEnvelopes(
  db: D1Database,
  ids: readonly string[],
): Promise<EnvelopesBody['envelopes']> {
  const { results } = await db
    .prepare(
      `SELECT fits.id, hex(coalesce(r.sealed, e.sealed, h.sealed)) AS sealed
       FROM (
         SELECT asked.value AS id, sum(${IN_JSON}) OVER (ORDER BY asked.key) AS size
         FROM json_each(?) asked LEFT JOIN threads t ON t.id = asked.value LEFT JOIN entries s ON s.id = asked.value
           LEFT JOIN handovers o ON o.id = asked.value
         WHERE coalesce(t.id, s.id, o.id) IS NOT NULL
       ) fits LEFT JOIN threads r ON r.id = fits.id LEFT JOIN entries e ON e.id = fits.id
         LEFT JOIN handovers h ON h.id = fits.id
       WHERE fits.size <= ?`,
    )
    .bind(JSON.stringify(ids), PAGE_BYTES)
    .all<{ id: string; sealed: Hex }>();
  return results.map(({ id, sealed }) => ({ id, envelope: hexText(sealed) }));
}
