import type { EntryRow } from '../../../src/protocol/wire/api/entries.ts';
import { type Hex, hexText } from '../blob.ts';

/** A message or an entry of a thread, as D1 gives it. */
export type RowOfThread = {
  id: string;
  seq: number;
  at: number;
  memberId: string | null;
  memberName: string | null;
  sealed: Hex;
};

/** The most entries of a page and the most bytes of their envelopes, so that in JSON it is no larger than `PAGE_BYTES`. */
type Most = { entries: number; bytes: number };

/** Of those that come with a thread beside messages, and of those that come alone. */
const WITH_THREAD: Most = { entries: 32, bytes: 80 * 1024 };
const ALONE: Most = { entries: 128, bytes: 160 * 1024 };

/** The statement that reads the newest entries of a thread whose number is below `before`. */
function selectEntries(db: D1Database, threadId: string, before: number, most: Most): D1PreparedStatement {
  return db
    .prepare(
      `SELECT fits.id, fits.seq, fits.at, fits.member_id AS memberId, m.name AS memberName, hex(fits.sealed) AS sealed
       FROM (
         SELECT *, sum(length(sealed)) OVER (ORDER BY seq DESC) AS size
         FROM entries WHERE thread_id = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3
       ) fits LEFT JOIN members m ON m.id = fits.member_id
       WHERE fits.size <= ?4`,
    )
    .bind(threadId, before, most.entries, most.bytes);
}

/** The statement that reads the newest entries of a thread, as they come with it. */
export function selectNewestEntries(db: D1Database, threadId: string): D1PreparedStatement {
  return selectEntries(db, threadId, Number.MAX_SAFE_INTEGER, WITH_THREAD);
}

/** The entries of a thread before a number, as many as fit a page, oldest first. Null when there is no such thread. */
export async function readEntries(
  db: D1Database,
  threadId: string,
  before: number,
): Promise<EntryRow[] | null> {
  const [known, entries] = await db.batch<RowOfThread>([
    db.prepare('SELECT 1 FROM threads WHERE id = ?').bind(threadId),
    selectEntries(db, threadId, before, ALONE),
  ]);
  return known?.results.length ? toEntryRows(entries?.results ?? []) : null;
}

/** Entries as the desk gets them, oldest first. */
export function toEntryRows(rows: readonly RowOfThread[]): EntryRow[] {
  return rows.toSorted((a, b) => a.seq - b.seq).map(toEntryRow);
}

/** What the rows of messages and of entries have in common, as the desk gets it. */
export function toEntryRow({ id, seq, at, memberId, memberName, sealed }: RowOfThread): EntryRow {
  const known = memberId !== null && memberName !== null;
  const member = known ? { id: memberId, name: memberName } : null;
  return { id, seq, at, member, envelope: hexText(sealed) };
}
