import { type Gone, LIST_ROWS } from '../../src/protocol/wire/api/threads.ts';
import { hexOf } from './blob.ts';
import { NEXT_CHANGE } from './changes.ts';
import type { Tombstone } from './thread.ts';

/**
 * Deletes the thread of a mailbox with all its messages; what stays is that it was (`at`: Unix seconds). Gives that, or
 * null when there was none.
 */
export async function deleteByMailbox(
  db: D1Database,
  mailboxHash: Uint8Array,
  at: number,
): Promise<Tombstone | null> {
  const mailbox = hexOf(mailboxHash);
  const [buried] = await db.batch<Tombstone>([
    db
      .prepare(
        `INSERT OR REPLACE INTO tombstones (id, received_at, read_at, deleted_at, changed, handed_at)
         SELECT id, received_at, read_at, ?, ${NEXT_CHANGE},
           (SELECT max(accepted_at) FROM handoffs WHERE thread_id = threads.id)
         FROM threads WHERE mailbox_hash = unhex(?)
         RETURNING id, received_at AS receivedAt, read_at AS readAt, deleted_at AS deletedAt, handed_at AS handedAt`,
      )
      .bind(at, mailbox),
    db.prepare('DELETE FROM threads WHERE mailbox_hash = unhex(?)').bind(mailbox),
  ]);
  return buried?.results[0] ?? null;
}

/** Whether the person deleted the thread with this id. */
export async function isDeleted(db: D1Database, id: string): Promise<boolean> {
  return (await db.prepare('SELECT 1 FROM tombstones WHERE id = ?').bind(id).first()) !== null;
}

/** A tombstone with the number of its change. */
export type NumberedTombstone = Tombstone & { changed: number };

/** The statement that reads tombstones beyond a number, at most `LIST_ROWS` of them. */
export function selectTombstones(db: D1Database, since: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id, received_at AS receivedAt, read_at AS readAt, deleted_at AS deletedAt, handed_at AS handedAt, changed
       FROM tombstones WHERE changed > ? ORDER BY changed LIMIT ?`,
    )
    .bind(since, LIST_ROWS);
}

/** A tombstone as the desk gets it: what has not happened is left out. */
export function toGone({ id, receivedAt, readAt, deletedAt, handedAt }: Tombstone): Gone {
  return {
    ...{ id, receivedAt, deletedAt },
    ...(readAt !== null && { readAt }),
    ...(handedAt && { handedAt }),
  };
}
