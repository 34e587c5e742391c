import { digestOf } from '../../src/protocol/wire/digest.ts';
import { hexOf } from './blob.ts';
import type { Outcome } from './outcome.ts';
import { followMessage } from './threads.ts';

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
