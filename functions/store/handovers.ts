import { HANDOVER_ROWS, type HandoverRow } from '../../src/protocol/wire/api/handovers.ts';
import type { ThreadRow } from '../../src/protocol/wire/api/threads.ts';
import { actStatements, type NewAct, storedUnder } from './audit.ts';
import { hexOf } from './blob.ts';
import type { NewEntry } from './entries.ts';
import type { Outcome } from './outcome.ts';
import { endHandovers, type StandingRow, standingIn, standingStatements } from './standing.ts';

/** A thread that a member hands over, to a colleague or (null) to whoever comes. `at` in Unix seconds. */
export type NewHandover = {
  id: string;
  thread: string;
  from: string;
  to: string | null;
  at: number;
  sealed: Uint8Array;
  act?: NewAct | undefined;
};

/**
 * Stores a handover once, in the place of what the same member handed over of that thread before and nobody accepted:
 * where its member has the thread, or nobody, and it is for a colleague. `changed` where that is not
 * so, `unknown` when there is no such thread.
 */
export async function insertHandover(
  db: D1Database,
  { id, thread, from, to, at, sealed, act }: NewHandover,
): Promise<Outcome | 'changed' | 'unknown'> {
  const [inserted, found] = await db.batch<{ same?: 0 | 1 | null }>([
    db
      .prepare(
        `INSERT INTO handovers (id, thread_id, from_member, to_member, at, sealed)
         SELECT ?1, id, ?2, ?3, ?4, unhex(?5) FROM threads
         WHERE id = ?6 AND state <> 'closed' AND thrown_id IS NULL AND coalesce(taken_by, ?2) = ?2
           AND (?3 IS NULL OR ?3 <> ?2 AND EXISTS (SELECT 1 FROM members WHERE id = ?3 AND suspended_at IS NULL))
         ON CONFLICT DO NOTHING RETURNING id`,
      )
      .bind(id, from, to, at, hexOf(sealed), thread),
    db
      .prepare(
        `SELECT iif(h.id IS NULL, NULL,
             h.thread_id = r.id AND h.from_member = ?1 AND h.to_member IS ?2 AND h.sealed = unhex(?3)) AS same
         FROM threads r LEFT JOIN handovers h ON h.id = ?4 WHERE r.id = ?5`,
      )
      .bind(from, to, hexOf(sealed), id, thread),
    db
      .prepare(
        `DELETE FROM handovers WHERE thread_id = ?1 AND from_member = ?2 AND accepted_at IS NULL AND id <> ?3
           AND EXISTS (SELECT 1 FROM handovers WHERE id = ?3 AND thread_id = ?1 AND from_member = ?2)`,
      )
      .bind(thread, from, id),
    ...actStatements(db, act, storedUnder('handovers', id)),
  ]);
  if (inserted?.results.length) return 'stored';
  const [row] = found?.results ?? [];
  if (!row) return 'unknown';
  if (row.same === 1) return 'repeated';
  return row.same === 0 ? 'taken' : 'changed';
}

/** What was handed over since a moment (Unix seconds), newest first. */
export async function listHandovers(db: D1Database, since: number): Promise<HandoverRow[]> {
  type Row = { id: string; thread: string; at: number; acceptedAt: number | null } & Record<
    'fromId' | 'fromName' | 'toId' | 'toName' | 'byId' | 'byName',
    string | null
  >;
  const { results } = await db
    .prepare(
      `SELECT h.id, h.thread_id AS thread, h.at, h.accepted_at AS acceptedAt, h.from_member AS fromId,
              f.name AS fromName, t.id AS toId, t.name AS toName, b.id AS byId, b.name AS byName
       FROM handovers h JOIN members f ON f.id = h.from_member LEFT JOIN members t ON t.id = h.to_member
         LEFT JOIN members b ON b.id = h.accepted_by
       WHERE h.at > ? ORDER BY h.at DESC, h.rowid DESC LIMIT ?`,
    )
    .bind(since, HANDOVER_ROWS)
    .all<Row>();
  const named = (id: string | null, name: string | null) => ({ id: id ?? '', name: name ?? '' });
  return results.map(({ id, thread, at, acceptedAt, ...who }) => ({
    ...{ id, thread, from: named(who.fromId, who.fromName), at },
    ...(who.toId !== null && { to: named(who.toId, who.toName) }),
    ...(acceptedAt !== null && { accepted: { by: named(who.byId, who.byName), at: acceptedAt } }),
  }));
}

/** That a member has a thread by a handover made since a moment (Unix seconds): the revision that they saw, and their state. */
export type Acceptance = {
  id: string;
  thread: string;
  rev: number;
  entry: NewEntry;
  since: number;
  act?: NewAct | undefined;
};

/**
 * Gives the thread of a handover made since a moment to the member who accepts, together with the entry in which they say so:
 * where it is open to them, the thread is with who handed it over or with nobody, and has the revision that they saw. Gives
 * the row as it is afterwards, and whether this very entry is stored; null when there is no such thread.
 */
export async function acceptHandover(
  db: D1Database,
  { id, thread, rev, entry, since, act }: Acceptance,
): Promise<{ row: ThreadRow; stored: boolean } | null> {
  const { memberId, at } = entry;
  const standing = { id: thread, rev, owner: memberId, closed: false, entry };
  const open = `state <> 'closed' AND EXISTS (
      SELECT 1 FROM handovers h WHERE h.id = ?9 AND h.thread_id = threads.id AND h.at > ?10 AND h.accepted_at IS NULL
        AND h.from_member <> ?1 AND coalesce(h.to_member, ?1) = ?1
        AND coalesce(threads.taken_by, h.from_member) = h.from_member)`;
  const answers = await db.batch<StandingRow>([
    ...standingStatements(db, standing, { where: open, values: [id, since] }),
    db
      .prepare(
        `UPDATE handovers SET accepted_by = ?1, accepted_at = ?2
         WHERE id = ?3 AND accepted_at IS NULL
           AND EXISTS (SELECT 1 FROM threads WHERE id = handovers.thread_id AND state_entry = ?4)`,
      )
      .bind(memberId, at, id, entry.id),
    endHandovers(db, thread, entry.id),
    ...actStatements(db, act, storedUnder('entries', entry.id)),
  ]);
  return standingIn(answers);
}

/** Takes back what a member has handed over. Gives whether it is gone: not where somebody has accepted it. */
export async function withdrawHandover(
  db: D1Database,
  id: string,
  from: string,
  act?: NewAct,
): Promise<boolean> {
  const answers = await db.batch([
    ...actStatements(db, act, {
      where: 'EXISTS (SELECT 1 FROM handovers WHERE id = ?6 AND from_member = ?7 AND accepted_at IS NULL)',
      values: [id, from],
    }),
    db
      .prepare('DELETE FROM handovers WHERE id = ? AND from_member = ? AND accepted_at IS NULL')
      .bind(id, from),
    db.prepare('SELECT 1 FROM handovers WHERE id = ?').bind(id),
  ]);
  return answers.at(-1)?.results.length === 0;
}

/** Forgets what was handed over before a moment (Unix seconds), accepted or not. */
export async function deleteHandovers(db: D1Database, before: number): Promise<void> {
  await db.prepare('DELETE FROM handovers WHERE at <= ?').bind(before).run();
}
