import { digestOf } from '../../src/protocol/wire/digest.ts';
import { actStatements, type NewAct, storedUnder } from './audit.ts';
import { hexOf } from './blob.ts';
import type { Outcome } from './outcome.ts';
import { followMessage } from './threads.ts';

/** A message to store, which is the one with this number of its side. `at` in Unix seconds. */
export type NewMessage = { id: string; sealed: Uint8Array; at: number; seq: number };

/** One of the reporter: the digest of their envelope before, and by what they know that it is theirs. 32 bytes each. */
export type OwnMessage = NewMessage & { prev: Uint8Array; mac: Uint8Array };

/**
 * Stores a reporter's message once, when it is the next of theirs and stands behind the envelope before it. `changed` when
 * another stands in its place, `unknown` when the mailbox is.
 */
export async function insertFromReporter(
  db: D1Database,
  mailboxHash: Uint8Array,
  message: OwnMessage,
): Promise<Outcome | 'changed' | 'unknown'> {
  const { id, sealed, at, seq, prev, mac } = message;
  const [digest, mailbox] = [hexOf(digestOf(sealed)), hexOf(mailboxHash)];
  const insert = db
    .prepare(
      `INSERT INTO messages (id, thread_id, rev, author, seq, at, prev, mac, digest, sealed)
       SELECT ?1, r.id, r.rev + 1, 'reporter', ?2, ?3, unhex(?4), unhex(?5), unhex(?6), unhex(?7)
       FROM threads r LEFT JOIN messages l ON l.thread_id = r.id AND l.author = 'reporter' AND l.seq = ?2 - 1
       WHERE r.mailbox_hash = unhex(?8) AND coalesce(l.digest, iif(?2 = 1, r.digest, NULL)) = unhex(?4)
       ON CONFLICT DO NOTHING RETURNING id`,
    )
    .bind(id, seq, at, hexOf(prev), hexOf(mac), digest, hexOf(sealed), mailbox);
  if (await insertAndFollow(db, insert, id)) return 'stored';
  const thread = await db
    .prepare(
      `SELECT m.id IS NOT NULL AS taken,
              m.thread_id = r.id AND m.author = 'reporter' AND m.digest = unhex(?) AS same
       FROM threads r LEFT JOIN messages m ON m.id = ? WHERE r.mailbox_hash = unhex(?)`,
    )
    .bind(digest, id, mailbox)
    .first();
  return outcomeOf(thread);
}

/** Why a message was not stored now, by what lies under its id. */
function outcomeOf(thread: Record<string, unknown> | null): Outcome | 'changed' | 'unknown' {
  if (!thread) return 'unknown';
  if (thread['same']) return 'repeated';
  return thread['taken'] ? 'taken' : 'changed';
}

/** Stores a message and lets its thread follow it, in one batch. Says whether it was stored now. */
async function insertAndFollow(
  db: D1Database,
  insert: D1PreparedStatement,
  id: string,
  act?: NewAct,
): Promise<boolean> {
  const statements = actStatements(db, act, storedUnder('messages', id));
  const [inserted] = await db.batch([insert, followMessage(db, id), ...statements]);
  return inserted?.results.length === 1;
}

/**
 * Stores an answer of the desk once, when `rev` is the thread's revision, somebody has it, it is not closed, and it is the desk's next.
 * `changed` when it is not, `unknown` when there is no such thread.
 */
export async function insertFromDesk(
  db: D1Database,
  answer: NewMessage & { threadId: string; memberId: string; rev: number; act?: NewAct | undefined },
): Promise<Outcome | 'changed' | 'unknown'> {
  const { id, sealed, at, seq, threadId, memberId, rev, act } = answer;
  const digest = hexOf(digestOf(sealed));
  const insert = db
    .prepare(
      `INSERT INTO messages (id, thread_id, rev, author, seq, member_id, at, digest, sealed)
       SELECT ?1, r.id, r.rev + 1, 'desk', ?2, ?3, ?4, unhex(?5), unhex(?6)
       FROM threads r LEFT JOIN messages l ON l.thread_id = r.id AND l.author = 'desk' AND l.seq = ?2 - 1
       WHERE r.id = ?7 AND r.rev = ?8 AND r.taken_by IS NOT NULL AND r.state <> 'closed' AND (l.id IS NOT NULL OR ?2 = 1)
       ON CONFLICT DO NOTHING RETURNING id`,
    )
    .bind(id, seq, memberId, at, digest, hexOf(sealed), threadId, rev);
  if (await insertAndFollow(db, insert, id, act)) return 'stored';
  const thread = await db
    .prepare(
      `SELECT m.id IS NOT NULL AS taken,
              m.thread_id = r.id AND m.author = 'desk' AND m.digest = unhex(?) AS same
       FROM threads r LEFT JOIN messages m ON m.id = ? WHERE r.id = ?`,
    )
    .bind(digest, id, threadId)
    .first();
  return outcomeOf(thread);
}
