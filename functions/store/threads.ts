import type { State } from '../../src/protocol/wire/api/fields.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import { type Hex, hexOf } from './blob.ts';
import { NEXT_CHANGE } from './changes.ts';
import type { Outcome } from './outcome.ts';
import { DESK_ROW } from './pages/thread-row.ts';
import type { NewThread } from './thread.ts';

/** The statement that stores a thread once. */
export function insertThreadOnce(db: D1Database, thread: NewThread): D1PreparedStatement {
  const { id, keyId, sealed, mailboxHash, salt, receivedAt, older = thread } = thread;
  const digest = hexOf(digestOf(sealed));
  return db
    .prepare(
      `INSERT INTO threads (id, key_id, sealed, bytes, digest, mailbox_hash, salt, received_at, changed)
       SELECT ?, unhex(?), unhex(?), ?, unhex(?), unhex(?), unhex(?), ?, ${NEXT_CHANGE}
       WHERE NOT EXISTS (SELECT 1 FROM threads WHERE mailbox_hash = unhex(?))
       ON CONFLICT DO NOTHING RETURNING id`,
    )
    .bind(
      ...[id, hexOf(keyId), hexOf(sealed), sealed.length, digest],
      ...[hexOf(mailboxHash), hexOf(salt), receivedAt, hexOf(older.mailboxHash)],
    );
}

/** Stores a thread once: whatever is sent twice, at once or hours later, is one row. */
export async function insertThread(db: D1Database, thread: NewThread): Promise<Outcome> {
  if (await insertThreadOnce(db, thread).first()) return 'stored';
  return (await isStored(db, thread)) ? 'repeated' : 'taken';
}

/** Whether just this thread is in D1, byte for byte, under its id and with its mailbox. Reads one row at most, by its id. */
export async function isStored(db: D1Database, thread: NewThread): Promise<boolean> {
  const { id, sealed, older = thread } = thread;
  const same = await db
    .prepare(
      `SELECT 1 FROM threads WHERE id = ? AND digest = unhex(?)
       AND (mailbox_hash = unhex(?) AND salt = unhex(?) OR mailbox_hash = unhex(?) AND salt = unhex(?))`,
    )
    .bind(
      ...[id, hexOf(digestOf(sealed))],
      ...[thread, older].flatMap((one) => [hexOf(one.mailboxHash), hexOf(one.salt)]),
    )
    .first();
  return same !== null;
}

/** What a mailbox shows of its thread; its salt as it is stored. */
export type MailboxThread = {
  thread: string;
  salt: Hex;
  state: State;
  receivedAt: number;
  purgeDay: number | null;
  first: Hex;
};

/** The statement that reads the thread of a mailbox. */
export function selectByMailbox(db: D1Database, mailboxHash: Uint8Array): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id AS thread, hex(salt) AS salt, state, received_at AS receivedAt, purge_day AS purgeDay, hex(digest) AS first
       FROM threads WHERE mailbox_hash = unhex(?)`,
    )
    .bind(hexOf(mailboxHash));
}

/** The statement that reads one thread for the desk: a `DeskRow` or nothing. */
export function selectThread(db: D1Database, id: string): D1PreparedStatement {
  return db.prepare(`${DESK_ROW} WHERE r.id = ?`).bind(id);
}

/** In a statement of `threads`: the state of one that is not closed, by whether the desk has answered and who has it. */
export const openStateOf = (owner: string) =>
  `CASE WHEN EXISTS (SELECT 1 FROM messages a WHERE a.thread_id = threads.id AND a.author = 'desk') THEN 'open'
        WHEN ${owner} IS NULL THEN 'new' ELSE 'taken' END`;

/**
 * The statement that lets a thread follow a message just stored: it gets the message's revision. The desk's answer opens
 * it; the reporter's message reopens what was closed, and brings back what was thrown away, so that it is seen. Changes
 * nothing when the thread has followed the message before.
 */
export function followMessage(db: D1Database, messageId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE threads SET
         rev = m.rev,
         changed = ${NEXT_CHANGE},
         state = ${openStateOf('taken_by')},
         closed_day = NULL, purge_day = NULL, thrown_id = NULL, thrown_by = NULL, thrown_at = NULL
       FROM messages m
       WHERE m.id = ? AND threads.id = m.thread_id AND threads.rev = m.rev - 1`,
    )
    .bind(messageId);
}

/** The thread of which something was passed on or handed over; null where that is not there. */
export function threadOf(
  db: D1Database,
  table: 'handoffs' | 'handovers',
  id: string,
): Promise<string | null> {
  return db.prepare(`SELECT thread_id FROM ${table} WHERE id = ?`).bind(id).first<string>('thread_id');
}

/** Marks threads as read, each the first time. Gives how many that were. `at` in Unix seconds. */
export async function markRead(db: D1Database, ids: readonly string[], at: number): Promise<number> {
  const { results } = await db
    .prepare(
      `UPDATE threads SET read_at = ?1, changed = ${NEXT_CHANGE} + seen.at
       FROM (SELECT key AS at, value AS id FROM json_each(?2)) seen
       WHERE threads.id = seen.id AND read_at IS NULL RETURNING threads.id`,
    )
    .bind(at, JSON.stringify(ids))
    .all();
  return results.length;
}
