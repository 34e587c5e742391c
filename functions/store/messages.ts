import type { MailboxBody } from '../../src/protocol/wire/api/mailbox.ts';
import type { MessageRow, ReferralRow } from '../../src/protocol/wire/api/threads.ts';
import { type Blob, blobText } from './blob.ts';
import type { Outcome } from './outcome.ts';
import {
  type DeskRow,
  followMessage,
  type MailboxReferral,
  selectByMailbox,
  selectReferral,
  toReferralRow,
} from './referrals.ts';

/** A message to store. `at` in Unix seconds. */
export type NewMessage = { id: string; sealed: Uint8Array; at: number };

/** Stores a reporter's message once, in one batch. `unknown` when the mailbox is. */
export async function insertFromReporter(
  db: D1Database,
  mailboxHash: Uint8Array,
  message: NewMessage,
): Promise<Outcome | 'unknown'> {
  const { id, sealed, at } = message;
  const [inserted, , found] = await db.batch<Record<string, unknown>>([
    db
      .prepare(
        `INSERT INTO messages (id, referral_id, rev, author, at, sealed)
         SELECT ?, id, rev + 1, 'reporter', ?, ? FROM referrals WHERE mailbox_hash = ?
         ON CONFLICT DO NOTHING RETURNING id`,
      )
      .bind(id, at, sealed, mailboxHash),
    followMessage(db, id),
    db
      .prepare(
        `SELECT EXISTS (
           SELECT 1 FROM messages WHERE id = ? AND referral_id = r.id AND author = 'reporter' AND sealed = ?
         ) AS same
         FROM referrals r WHERE r.mailbox_hash = ?`,
      )
      .bind(id, sealed, mailboxHash),
  ]);
  if (inserted?.results.length) return 'stored';
  const referral = found?.results[0];
  if (!referral) return 'unknown';
  return referral.same ? 'repeated' : 'taken';
}

/**
 * Stores an answer of the desk once, in one batch, when `rev` is the referral's revision. `changed` when it is not,
 * `unknown` when there is no such referral.
 */
export async function insertFromDesk(
  db: D1Database,
  answer: NewMessage & { referralId: string; memberId: string; rev: number },
): Promise<Outcome | 'changed' | 'unknown'> {
  const { id, sealed, at, referralId, memberId, rev } = answer;
  const [inserted, , found] = await db.batch<Record<string, unknown>>([
    db
      .prepare(
        `INSERT INTO messages (id, referral_id, rev, author, member_id, at, sealed)
         SELECT ?, id, rev + 1, 'desk', ?, ?, ? FROM referrals WHERE id = ? AND rev = ?
         ON CONFLICT DO NOTHING RETURNING id`,
      )
      .bind(id, memberId, at, sealed, referralId, rev),
    followMessage(db, id),
    db
      .prepare(
        `SELECT m.id IS NOT NULL AS taken,
                m.referral_id = r.id AND m.author = 'desk' AND m.sealed = ? AS same
         FROM referrals r LEFT JOIN messages m ON m.id = ? WHERE r.id = ?`,
      )
      .bind(sealed, id, referralId),
  ]);
  if (inserted?.results.length) return 'stored';
  const referral = found?.results[0];
  if (!referral) return 'unknown';
  if (referral.same) return 'repeated';
  return referral.taken ? 'taken' : 'changed';
}

type MailboxMessage =
  | { author: 'desk'; id: string; at: number; sealed: Blob }
  | { author: 'reporter'; id: string; at: number };

/** What a mailbox holds: the desk's envelopes, and when the reporter's own came. Null when it is not known. */
export async function readMailbox(db: D1Database, mailboxHash: Uint8Array): Promise<MailboxBody | null> {
  const [referrals, messages] = await db.batch<MailboxReferral | MailboxMessage>([
    selectByMailbox(db, mailboxHash),
    db
      .prepare(
        `SELECT m.author, m.id, m.at, iif(m.author = 'desk', m.sealed, NULL) AS sealed
         FROM referrals r JOIN messages m ON m.referral_id = r.id
         WHERE r.mailbox_hash = ? ORDER BY m.rev`,
      )
      .bind(mailboxHash),
  ]);
  const referral = referrals?.results.find((row) => 'thread' in row);
  if (!referral) return null;
  const rows = messages?.results.filter((row) => 'author' in row) ?? [];
  return { ...referral, messages: rows.map(toMailboxMessage) };
}

function toMailboxMessage(row: MailboxMessage): MailboxBody['messages'][number] {
  const { id, at } = row;
  return row.author === 'desk'
    ? { author: 'desk', id, at, envelope: blobText(row.sealed) }
    : { author: 'reporter', id, at };
}

type MessageOfThread = {
  id: string;
  author: 'desk' | 'reporter';
  at: number;
  memberId: string | null;
  memberName: string | null;
  sealed: Blob;
};

/** One referral and its messages, oldest first, as of one moment. Null when there is no such referral. */
export async function readThread(
  db: D1Database,
  id: string,
): Promise<{ referral: ReferralRow; messages: MessageRow[] } | null> {
  const [referrals, messages] = await db.batch<DeskRow | MessageOfThread>([
    selectReferral(db, id),
    db
      .prepare(
        `SELECT x.id, x.author, x.at, x.member_id AS memberId, m.name AS memberName, x.sealed
         FROM messages x LEFT JOIN members m ON m.id = x.member_id
         WHERE x.referral_id = ? ORDER BY x.rev`,
      )
      .bind(id),
  ]);
  const referral = referrals?.results.find((row) => 'state' in row);
  if (!referral) return null;
  const rows = messages?.results.filter((row) => 'author' in row) ?? [];
  return { referral: toReferralRow(referral), messages: rows.map(toMessageRow) };
}

function toMessageRow({ sealed, memberId, memberName, ...row }: MessageOfThread): MessageRow {
  const known = memberId !== null && memberName !== null;
  return { ...row, member: known ? { id: memberId, name: memberName } : null, envelope: blobText(sealed) };
}
