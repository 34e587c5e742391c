import { ACT_ROWS, type ActRow, LINK_ROWS } from '../../src/protocol/wire/api/audit.ts';
import { type Hex, hexOf, hexText } from './blob.ts';

/** What a member did: the next link of their trail, with its number and digest, and what it was, sealed. */
export type NewAct = {
  id: string;
  memberId: string;
  seq: number;
  digest: Uint8Array;
  link: Uint8Array;
  /** The thread with which what it was goes; null where it is about none. */
  threadId: string | null;
  sealed: Uint8Array;
};

/** By what a statement knows that something was done, or is about to be: a condition, with its values from ?6 on. */
export type DoneWhen = { where: string; values: readonly (string | number)[] };

/** That a row of a table lies under an id: what was stored in this batch, or in an earlier try of it. */
export const storedUnder = (
  table: 'entries' | 'messages' | 'handoffs' | 'handovers',
  id: string,
): DoneWhen => ({
  where: `EXISTS (SELECT 1 FROM ${table} WHERE id = ?6)`,
  values: [id],
});

/** Whose a row is that lies under an id. */
const WHOSE = {
  bell_ways: 'member_id',
  ways_in: 'member_id',
  duty: 'said_by',
  invites: 'created_by',
} as const;

/** That a row of a table lies under an id, and is of this member. */
export const storedBy = (table: keyof typeof WHOSE, id: string, memberId: string): DoneWhen => ({
  where: `EXISTS (SELECT 1 FROM ${table} WHERE id = ?6 AND ${WHOSE[table]} = ?7)`,
  values: [id, memberId],
});

/**
 * The statements that add an act to its member's trail, once, where what it is about was done. A link that is not the next
 * undoes the whole batch, which rejects then (http/fault.ts). None where there is no act.
 */
export function actStatements(
  db: D1Database,
  act: NewAct | undefined,
  done: DoneWhen,
): D1PreparedStatement[] {
  if (!act) return [];
  const { id, memberId, seq, threadId } = act;
  const digest = hexOf(act.digest);
  return [
    db
      .prepare(
        `INSERT INTO audit (member_id, seq, digest, link) SELECT ?1, ?2, unhex(?3), unhex(?4)
         WHERE NOT EXISTS (SELECT 1 FROM acts WHERE id = ?5) AND ${done.where}`,
      )
      .bind(memberId, seq, digest, hexOf(act.link), id, ...done.values),
    db
      .prepare(
        `INSERT INTO acts (id, n, thread_id, sealed)
         SELECT ?1, n, nullif(?2, ''), unhex(?3) FROM audit WHERE member_id = ?4 AND seq = ?5 AND digest = unhex(?6)
         ON CONFLICT DO NOTHING`,
      )
      .bind(id, threadId ?? '', hexOf(act.sealed), memberId, seq, digest),
  ];
}

/** Adds an act that nothing else was done with, once. Rejects where its link is not the next. */
export async function addAct(db: D1Database, act: NewAct): Promise<void> {
  await db.batch(actStatements(db, act, { where: 'TRUE', values: [] }));
}

/** Links beyond a number, in the order in which they came, and one more than fit a page where there are. */
export async function listLinks(db: D1Database, after: number): Promise<{ n: number; link: string }[]> {
  const { results } = await db
    .prepare('SELECT n, hex(link) AS link FROM audit WHERE n > ? ORDER BY n LIMIT ?')
    .bind(after, LINK_ROWS + 1)
    .all<{ n: number; link: Hex }>();
  return results.map(({ n, link }) => ({ n, link: hexText(link) }));
}

/** The newest link of each member who has one. */
export async function listHeads(db: D1Database): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT (SELECT hex(link) FROM audit WHERE member_id = members.id ORDER BY seq DESC LIMIT 1) AS link FROM members`,
    )
    .all<{ link: Hex | null }>();
  return results.flatMap(({ link }) => (link === null ? [] : hexText(link)));
}

/** Acts before a number, newest first, and one more than fit a page where there are. */
export async function listActs(db: D1Database, before: number): Promise<ActRow[]> {
  const { results } = await db
    .prepare(
      `SELECT n, id, thread_id AS thread, hex(sealed) AS envelope FROM acts WHERE n < ? ORDER BY n DESC LIMIT ?`,
    )
    .bind(before, ACT_ROWS + 1)
    .all<{ n: number; id: string; thread: string | null; envelope: Hex }>();
  return results.map(({ n, id, thread, envelope }) => ({
    ...{ n, id },
    ...(thread !== null && { thread }),
    envelope: hexText(envelope),
  }));
}
