import { HANDOFFS_LISTED, type HandoffRow } from '../../src/protocol/wire/api/handoffs.ts';
import { concatBytes } from '../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import type { StoredMailbox } from '../secrets/stored-mailbox.ts';
import { actStatements, type NewAct, storedUnder } from './audit.ts';
import { type Hex, hexOf, hexText } from './blob.ts';
import type { Outcome } from './outcome.ts';

/** What a member passes on. Times in Unix seconds. */
export type NewHandoff = StoredMailbox & {
  id: string;
  threadId: string;
  memberId: string;
  madeAt: number;
  expiresAt: number;
  /** For the other centre, and for the centre itself. */
  sealed: Uint8Array;
  own: Uint8Array;
  /** What is stored of its mailbox where the secret before the newest wrote it. */
  older?: StoredMailbox;
  act?: NewAct | undefined;
};

/** Stores a handoff once, where its thread is there and not thrown away. */
export async function insertHandoff(db: D1Database, handoff: NewHandoff): Promise<Outcome | 'unknown'> {
  const { id, threadId, memberId, mailboxHash, salt, madeAt, expiresAt, sealed, own, act } = handoff;
  const digest = hexOf(digestOf(concatBytes(sealed, own)));
  const insert = db
    .prepare(
      `INSERT INTO handoffs (id, thread_id, member_id, mailbox_hash, salt, made_at, expires_at, digest, own, sealed)
       SELECT ?1, id, ?2, unhex(?3), unhex(?4), ?5, ?6, unhex(?7), unhex(?8), unhex(?9) FROM threads
       WHERE id = ?10 AND thrown_id IS NULL
       ON CONFLICT DO NOTHING RETURNING id`,
    )
    .bind(
      ...[id, memberId, hexOf(mailboxHash), hexOf(salt), madeAt, expiresAt],
      ...[digest, hexOf(own), hexOf(sealed), threadId],
    );
  const [inserted] = await db.batch([insert, ...actStatements(db, act, storedUnder('handoffs', id))]);
  if (inserted?.results.length) return 'stored';
  const { older = handoff } = handoff;
  const there = await db
    .prepare(
      `SELECT (h.digest = unhex(?1) AND h.mailbox_hash IN (unhex(?2), unhex(?3))) AS same
       FROM threads t LEFT JOIN handoffs h ON h.id = ?4 AND h.thread_id = t.id WHERE t.id = ?5 AND t.thrown_id IS NULL`,
    )
    .bind(digest, hexOf(mailboxHash), hexOf(older.mailboxHash), id, threadId)
    .first<{ same: 0 | 1 | null }>();
  if (!there) return 'unknown';
  return there.same === 1 ? 'repeated' : 'taken';
}

type Nullable = 'openedAt' | 'acceptedAt' | 'revokedAt';
type ListedRow = Omit<HandoffRow, Nullable | 'member' | 'own'> & {
  own: Hex;
  memberId: string;
  memberName: string;
} & Record<Nullable, number | null>;

/** The newest handoffs of a thread, newest first; null where there is no thread. */
export async function listHandoffs(db: D1Database, threadId: string): Promise<HandoffRow[] | null> {
  const [thread, handoffs] = await db.batch<ListedRow>([
    db.prepare('SELECT id FROM threads WHERE id = ?').bind(threadId),
    db
      .prepare(
        `SELECT h.id, h.made_at AS madeAt, h.expires_at AS expiresAt, h.opened_at AS openedAt,
                h.accepted_at AS acceptedAt, h.revoked_at AS revokedAt, m.id AS memberId, m.name AS memberName,
                hex(h.own) AS own
         FROM handoffs h JOIN members m ON m.id = h.member_id
         WHERE h.thread_id = ? ORDER BY h.made_at DESC LIMIT ${HANDOFFS_LISTED}`,
      )
      .bind(threadId),
  ]);
  if (!thread?.results.length) return null;
  return (handoffs?.results ?? []).map((row) => ({
    ...{ id: row.id, madeAt: row.madeAt, expiresAt: row.expiresAt },
    ...(row.openedAt !== null && { openedAt: row.openedAt }),
    ...(row.acceptedAt !== null && { acceptedAt: row.acceptedAt }),
    ...(row.revokedAt !== null && { revokedAt: row.revokedAt }),
    member: { id: row.memberId, name: row.memberName },
    own: hexText(row.own),
  }));
}

/**
 * Revokes a handoff that the other centre has not accepted, and empties what its code opened. Of revoking and accepting at
 * once the first counts, and the other hears of it. `at` in Unix seconds.
 */
export async function revokeHandoff(
  db: D1Database,
  id: string,
  at: number,
  act?: NewAct,
): Promise<'revoked' | 'accepted' | 'unknown'> {
  const [revoked] = await db.batch([
    db
      .prepare(
        `UPDATE handoffs SET revoked_at = coalesce(revoked_at, ?), sealed = NULL
         WHERE id = ? AND accepted_at IS NULL RETURNING id`,
      )
      .bind(at, id),
    ...actStatements(db, act, {
      where: 'EXISTS (SELECT 1 FROM handoffs WHERE id = ?6 AND revoked_at IS NOT NULL)',
      values: [id],
    }),
  ]);
  if (revoked?.results.length) return 'revoked';
  return (await db.prepare('SELECT id FROM handoffs WHERE id = ?').bind(id).first()) ? 'accepted' : 'unknown';
}

/** Empties what has expired of what was passed on. That it was stays, for as long as the thread. `at` in Unix seconds. */
export async function emptyHandoffs(db: D1Database, at: number): Promise<void> {
  await db
    .prepare('UPDATE handoffs SET sealed = NULL WHERE sealed IS NOT NULL AND expires_at <= ?')
    .bind(at)
    .run();
}
