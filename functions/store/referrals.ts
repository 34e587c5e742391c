import type { State } from '../../src/protocol/wire/api/fields.ts';
import type { ReferralRow } from '../../src/protocol/wire/api/threads.ts';
import { SMALLEST_ENVELOPE } from '../../src/protocol/wire/envelope.ts';
import { type Blob, blobText } from './blob.ts';
import type { Outcome } from './outcome.ts';

/** A referral to store. `receivedAt` in Unix seconds. */
export type NewReferral = {
  id: string;
  keyId: Uint8Array;
  sealed: Uint8Array;
  mailboxHash: Uint8Array;
  receivedAt: number;
};

/** Stores a referral once, in one batch: whatever is sent twice, at once or hours later, is one row. */
export async function insertReferral(db: D1Database, referral: NewReferral): Promise<Outcome> {
  const { id, keyId, sealed, mailboxHash, receivedAt } = referral;
  const [inserted, found] = await db.batch<Record<string, unknown>>([
    db
      .prepare(
        `INSERT INTO referrals (id, key_id, sealed, mailbox_hash, received_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING RETURNING id`,
      )
      .bind(id, keyId, sealed, mailboxHash, receivedAt),
    db
      .prepare('SELECT sealed = ? AND mailbox_hash = ? AS same FROM referrals WHERE id = ?')
      .bind(sealed, mailboxHash, id),
  ]);
  if (inserted?.results.length) return 'stored';
  return found?.results[0]?.same ? 'repeated' : 'taken';
}

/** What a mailbox shows of its referral. */
export type MailboxReferral = { thread: string; state: State; receivedAt: number };

/** The statement that reads the referral of a mailbox. */
export function selectByMailbox(db: D1Database, mailboxHash: Uint8Array): D1PreparedStatement {
  return db
    .prepare('SELECT id AS thread, state, received_at AS receivedAt FROM referrals WHERE mailbox_hash = ?')
    .bind(mailboxHash);
}

/** Deletes the referral of a mailbox with all its messages. Gives its id, or null when there was none. */
export function deleteByMailbox(db: D1Database, mailboxHash: Uint8Array): Promise<string | null> {
  return db
    .prepare('DELETE FROM referrals WHERE mailbox_hash = ? RETURNING id')
    .bind(mailboxHash)
    .first<string>('id');
}

/** A referral for the desk, as D1 gives it. */
export type DeskRow = Omit<ReferralRow, 'claimedBy' | 'envelope'> & {
  claimedById: string | null;
  claimedByName: string | null;
  sealed: Blob;
};

const DESK_ROW = `
  SELECT r.id, r.state, r.received_at AS receivedAt, r.claimed_by AS claimedById, m.name AS claimedByName,
         r.acknowledged_at AS acknowledgedAt, r.rev, r.sealed,
         (SELECT max(at) FROM messages WHERE referral_id = r.id AND author = 'reporter') AS lastFromReporterAt,
         (SELECT max(at) FROM messages WHERE referral_id = r.id AND author = 'desk') AS lastFromDeskAt
  FROM referrals r LEFT JOIN members m ON m.id = r.claimed_by`;

/** A row as the desk gets it. */
export function toReferralRow({ sealed, claimedById, claimedByName, ...row }: DeskRow): ReferralRow {
  const claimed = claimedById !== null && claimedByName !== null;
  return {
    ...row,
    claimedBy: claimed ? { id: claimedById, name: claimedByName } : null,
    envelope: blobText(sealed),
  };
}

/** Where a page of the list begins: behind the row with this time and id. */
export type After = { receivedAt: number; id: string };

/** Bytes of envelopes in one page of the list: a worker has 128 MiB, and a flood of junk must not blind the desk. */
const PAGE_BYTES = 4 * 1024 * 1024;

/** Rows that a page has at most: those whose envelopes are the smallest. */
const PAGE_ROWS = Math.ceil(PAGE_BYTES / SMALLEST_ENVELOPE);

/**
 * A page of the referrals that are not closed or thrown away, oldest first: rows until their envelopes are `PAGE_BYTES`
 * or more. `full` when it is, so that others may follow. Their number is counted from the sizes of at most `PAGE_ROWS`
 * rows, so that a page costs the same however many follow it.
 */
export async function listReferrals(
  db: D1Database,
  after: After = { receivedAt: -1, id: '' },
): Promise<{ referrals: ReferralRow[]; full: boolean }> {
  const { results } = await db
    .prepare(
      `${DESK_ROW}
       WHERE r.state <> 'closed' AND r.thrown_id IS NULL AND (r.received_at, r.id) > (?1, ?2)
       ORDER BY r.received_at, r.id LIMIT (
         SELECT count(*) FROM (
           SELECT sum(bytes) OVER (ORDER BY received_at, id) - bytes AS before FROM (
             SELECT received_at, id, length(sealed) AS bytes FROM referrals
             WHERE state <> 'closed' AND thrown_id IS NULL AND (received_at, id) > (?1, ?2)
             ORDER BY received_at, id LIMIT ?3
           )
         ) WHERE before < ?4
       )`,
    )
    .bind(after.receivedAt, after.id, PAGE_ROWS, PAGE_BYTES)
    .all<DeskRow>();
  const bytes = results.reduce((sum, row) => sum + row.sealed.length, 0);
  return { referrals: results.map(toReferralRow), full: bytes >= PAGE_BYTES };
}

/** The statement that reads one referral for the desk: a `DeskRow` or nothing. */
export function selectReferral(db: D1Database, id: string): D1PreparedStatement {
  return db.prepare(`${DESK_ROW} WHERE r.id = ?`).bind(id);
}

/**
 * Lets a member take a new referral whose revision they saw. Gives the row as it is afterwards, whether or not it
 * changed, and null when there is none. `at` in Unix seconds.
 */
export async function acknowledgeReferral(
  db: D1Database,
  claim: { id: string; rev: number; memberId: string; at: number },
): Promise<ReferralRow | null> {
  const [, found] = await db.batch<DeskRow>([
    db
      .prepare(
        `UPDATE referrals SET state = 'acknowledged', claimed_by = ?, acknowledged_at = ?, rev = rev + 1
         WHERE id = ? AND rev = ? AND state = 'new' AND thrown_id IS NULL`,
      )
      .bind(claim.memberId, claim.at, claim.id, claim.rev),
    selectReferral(db, claim.id),
  ]);
  const row = found?.results[0];
  return row ? toReferralRow(row) : null;
}

/**
 * Gives a referral back that a member took by mistake: only the same member, in the revision that taking it gave, and
 * when it was not before `takenAfter` (Unix seconds). Gives the row as it is afterwards, and null when there is none.
 */
export async function releaseReferral(
  db: D1Database,
  release: { id: string; rev: number; memberId: string; takenAfter: number },
): Promise<ReferralRow | null> {
  const { id, rev, memberId, takenAfter } = release;
  const [, found] = await db.batch<DeskRow>([
    db
      .prepare(
        `UPDATE referrals SET state = 'new', claimed_by = NULL, acknowledged_at = NULL, rev = rev + 1
         WHERE id = ? AND rev = ? AND state = 'acknowledged' AND claimed_by = ? AND acknowledged_at > ?`,
      )
      .bind(id, rev, memberId, takenAfter),
    selectReferral(db, id),
  ]);
  const row = found?.results[0];
  return row ? toReferralRow(row) : null;
}

/**
 * The statement that lets a referral follow a message just stored: it gets the message's revision. The desk's answer
 * opens it, and counts as acknowledging what nobody had taken; the reporter's message reopens what was closed, and
 * brings back what was thrown away, so that it is seen. Changes nothing when the referral has followed the message
 * before.
 */
export function followMessage(db: D1Database, messageId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE referrals SET
         rev = m.rev,
         state = CASE WHEN m.author = 'desk' OR state = 'closed' THEN 'open' ELSE state END,
         claimed_by = coalesce(claimed_by, m.member_id),
         acknowledged_at = coalesce(acknowledged_at, iif(m.author = 'desk', m.at, NULL)),
         thrown_id = NULL, thrown_by = NULL, thrown_at = NULL
       FROM messages m
       WHERE m.id = ? AND referrals.id = m.referral_id AND referrals.rev = m.rev - 1`,
    )
    .bind(messageId);
}
