import type { MailboxBody } from '../../src/protocol/wire/api/mailbox.ts';
import type { MessageRow, ThreadRow } from '../../src/protocol/wire/api/threads.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import { type Hex, hexBytes, hexOf, hexText } from './blob.ts';
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

/** Stores a reporter's message once. `unknown` when the mailbox is. */
export async function insertFromReporter(
  db: D1Database,
  mailboxHash: Uint8Array,
  message: NewMessage,
): Promise<Outcome | 'unknown'> {
  const { id, sealed, at } = message;
  const [digest, mailbox] = [hexOf(digestOf(sealed)), hexOf(mailboxHash)];
  const insert = db
    .prepare(
      `INSERT INTO messages (id, thread_id, rev, author, at, digest, sealed)
       SELECT ?, id, rev + 1, 'reporter', ?, unhex(?), unhex(?) FROM threads WHERE mailbox_hash = unhex(?)
       ON CONFLICT DO NOTHING RETURNING id`,
    )
    .bind(id, at, digest, hexOf(sealed), mailbox);
  if (await insertAndFollow(db, insert, id)) return 'stored';
  const thread = await db
    .prepare(
      `SELECT EXISTS (
         SELECT 1 FROM messages WHERE id = ? AND thread_id = r.id AND author = 'reporter' AND digest = unhex(?)
       ) AS same
       FROM threads r WHERE r.mailbox_hash = unhex(?)`,
    )
    .bind(id, digest, mailbox)
    .first();
  if (!thread) return 'unknown';
  return thread.same ? 'repeated' : 'taken';
}

/** Stores a message and lets its thread follow it, in one batch. Says whether it was stored now. */
async function insertAndFollow(db: D1Database, insert: D1PreparedStatement, id: string): Promise<boolean> {
  const [inserted] = await db.batch([insert, followMessage(db, id)]);
  return inserted?.results.length === 1;
}

/**
 * Stores an answer of the desk once, when `rev` is the thread's revision. `changed` when it is not,
 * `unknown` when there is no such thread.
 */
export async function insertFromDesk(
  db: D1Database,
  answer: NewMessage & { threadId: string; memberId: string; rev: number },
): Promise<Outcome | 'changed' | 'unknown'> {
  const { id, sealed, at, threadId, memberId, rev } = answer;
  const digest = hexOf(digestOf(sealed));
  const insert = db
    .prepare(
      `INSERT INTO messages (id, thread_id, rev, author, member_id, at, digest, sealed)
       SELECT ?, id, rev + 1, 'desk', ?, ?, unhex(?), unhex(?) FROM threads WHERE id = ? AND rev = ?
       ON CONFLICT DO NOTHING RETURNING id`,
    )
    .bind(id, memberId, at, digest, hexOf(sealed), threadId, rev);
  if (await insertAndFollow(db, insert, id)) return 'stored';
  const thread = await db
    .prepare(
      `SELECT m.id IS NOT NULL AS taken,
              m.thread_id = r.id AND m.author = 'desk' AND m.digest = unhex(?) AS same
       FROM threads r LEFT JOIN messages m ON m.id = ? WHERE r.id = ?`,
    )
    .bind(digest, id, threadId)
    .first();
  if (!thread) return 'unknown';
  if (thread.same) return 'repeated';
  return thread.taken ? 'taken' : 'changed';
}

type MailboxMessage =
  | { author: 'desk'; id: string; at: number; sealed: Hex }
  | { author: 'reporter'; id: string; at: number };

/** What a mailbox holds, with its salt as it is stored. */
export type MailboxContents = Omit<MailboxBody, 'salt'> & { salt: Uint8Array };

/** What a mailbox holds: the desk's envelopes, and when the reporter's own came. Null when it is not known. */
export async function readMailbox(db: D1Database, mailboxHash: Uint8Array): Promise<MailboxContents | null> {
  const [threads, messages] = await db.batch<MailboxThread | MailboxMessage>([
    selectByMailbox(db, mailboxHash),
    db
      .prepare(
        `SELECT m.author, m.id, m.at, iif(m.author = 'desk', hex(m.sealed), NULL) AS sealed
         FROM threads r JOIN messages m ON m.thread_id = r.id
         WHERE r.mailbox_hash = unhex(?) ORDER BY m.rev`,
      )
      .bind(hexOf(mailboxHash)),
  ]);
  const thread = threads?.results.find((row) => 'thread' in row);
  if (!thread) return null;
  const rows = messages?.results.filter((row) => 'author' in row) ?? [];
  return { ...thread, salt: hexBytes(thread.salt), messages: rows.map(toMailboxMessage) };
}

function toMailboxMessage(row: MailboxMessage): MailboxBody['messages'][number] {
  const { id, at } = row;
  return row.author === 'desk'
    ? { author: 'desk', id, at, envelope: hexText(row.sealed) }
    : { author: 'reporter', id, at };
}

type MessageOfThread = {
  id: string;
  author: 'desk' | 'reporter';
  at: number;
  memberId: string | null;
  memberName: string | null;
  sealed: Hex;
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
        `SELECT x.id, x.author, x.at, x.member_id AS memberId, m.name AS memberName, hex(x.sealed) AS sealed
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
  return { ...row, member: known ? { id: memberId, name: memberName } : null, envelope: hexText(sealed) };
}
