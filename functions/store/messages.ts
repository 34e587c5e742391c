import type { MailboxBody } from '../../src/protocol/wire/api/mailbox.ts';
import type { MessageRow, ThreadRow } from '../../src/protocol/wire/api/threads.ts';
import { type Blob, blobText } from './blob.ts';
import type { Outcome } from './outcome.ts';
import {
  type DeskRow,
  followMessage,
  type MailboxThread,
  selectByMailbox,
  selectThread,
  toThreadRow,
} from './threads.ts';

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
        `INSERT INTO messages (id, thread_id, rev, author, at, sealed)
         SELECT ?, id, rev + 1, 'reporter', ?, ? FROM threads WHERE mailbox_hash = ?
         ON CONFLICT DO NOTHING RETURNING id`,
      )
      .bind(id, at, sealed, mailboxHash),
    followMessage(db, id),
    db
      .prepare(
        `SELECT EXISTS (
           SELECT 1 FROM messages WHERE id = ? AND thread_id = r.id AND author = 'reporter' AND sealed = ?
         ) AS same
         FROM threads r WHERE r.mailbox_hash = ?`,
      )
      .bind(id, sealed, mailboxHash),
  ]);
  if (inserted?.results.length) return 'stored';
  const thread = found?.results[0];
  if (!thread) return 'unknown';
  return thread.same ? 'repeated' : 'taken';
}

/**
 * Stores an answer of the desk once, in one batch, when `rev` is the thread's revision. `changed` when it is not,
 * `unknown` when there is no such thread.
 */
export async function insertFromDesk(
  db: D1Database,
  answer: NewMessage & { threadId: string; memberId: string; rev: number },
): Promise<Outcome | 'changed' | 'unknown'> {
  const { id, sealed, at, threadId, memberId, rev } = answer;
  const [inserted, , found] = await db.batch<Record<string, unknown>>([
    db
      .prepare(
        `INSERT INTO messages (id, thread_id, rev, author, member_id, at, sealed)
         SELECT ?, id, rev + 1, 'desk', ?, ?, ? FROM threads WHERE id = ? AND rev = ?
         ON CONFLICT DO NOTHING RETURNING id`,
      )
      .bind(id, memberId, at, sealed, threadId, rev),
    followMessage(db, id),
    db
      .prepare(
        `SELECT m.id IS NOT NULL AS taken,
                m.thread_id = r.id AND m.author = 'desk' AND m.sealed = ? AS same
         FROM threads r LEFT JOIN messages m ON m.id = ? WHERE r.id = ?`,
      )
      .bind(sealed, id, threadId),
  ]);
  if (inserted?.results.length) return 'stored';
  const thread = found?.results[0];
  if (!thread) return 'unknown';
  if (thread.same) return 'repeated';
  return thread.taken ? 'taken' : 'changed';
}

type MailboxMessage =
  | { author: 'desk'; id: string; at: number; sealed: Blob }
  | { author: 'reporter'; id: string; at: number };

/** What a mailbox holds: the desk's envelopes, and when the reporter's own came. Null when it is not known. */
export async function readMailbox(db: D1Database, mailboxHash: Uint8Array): Promise<MailboxBody | null> {
  const [threads, messages] = await db.batch<MailboxThread | MailboxMessage>([
    selectByMailbox(db, mailboxHash),
    db
      .prepare(
        `SELECT m.author, m.id, m.at, iif(m.author = 'desk', m.sealed, NULL) AS sealed
         FROM threads r JOIN messages m ON m.thread_id = r.id
         WHERE r.mailbox_hash = ? ORDER BY m.rev`,
      )
      .bind(mailboxHash),
  ]);
  const thread = threads?.results.find((row) => 'thread' in row);
  if (!thread) return null;
  const rows = messages?.results.filter((row) => 'author' in row) ?? [];
  return { ...thread, messages: rows.map(toMailboxMessage) };
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

/** One thread and its messages, oldest first, as of one moment. Null when there is no such thread. */
export async function readThread(
  db: D1Database,
  id: string,
): Promise<{ thread: ThreadRow; messages: MessageRow[] } | null> {
  const [threads, messages] = await db.batch<DeskRow | MessageOfThread>([
    selectThread(db, id),
    db
      .prepare(
        `SELECT x.id, x.author, x.at, x.member_id AS memberId, m.name AS memberName, x.sealed
         FROM messages x LEFT JOIN members m ON m.id = x.member_id
         WHERE x.thread_id = ? ORDER BY x.rev`,
      )
      .bind(id),
  ]);
  const thread = threads?.results.find((row) => 'state' in row);
  if (!thread) return null;
  const rows = messages?.results.filter((row) => 'author' in row) ?? [];
  return { thread: toThreadRow(thread), messages: rows.map(toMessageRow) };
}

function toMessageRow({ sealed, memberId, memberName, ...row }: MessageOfThread): MessageRow {
  const known = memberId !== null && memberName !== null;
  return { ...row, member: known ? { id: memberId, name: memberName } : null, envelope: blobText(sealed) };
}
