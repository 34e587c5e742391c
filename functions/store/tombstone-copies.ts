import { NEXT_CHANGE } from './changes.ts';
import type { Tombstone } from './thread.ts';

/** Tombstones that one statement reads or deletes at most. */
const AT_ONCE = 500;

/**
 * Applies deletions again that R2 knows of: their threads go, with all messages, and what stays is that they were. In one
 * batch; what was applied already costs nothing but looking.
 */
export async function applyTombstones(db: D1Database, tombstones: readonly Tombstone[]): Promise<void> {
  if (tombstones.length === 0) return;
  const known = JSON.stringify(tombstones);
  await db.batch([
    db
      .prepare(
        `INSERT INTO tombstones (id, received_at, read_at, deleted_at, handed_at, changed, copied)
         SELECT value ->> 'id', value ->> 'receivedAt', value ->> 'readAt', value ->> 'deletedAt', value ->> 'handedAt',
                ${NEXT_CHANGE} + key, 1
         FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE id = value ->> 'id')`,
      )
      .bind(known),
    db.prepare("DELETE FROM threads WHERE id IN (SELECT value ->> 'id' FROM json_each(?))").bind(known),
  ]);
}

/** Tombstones that R2 may lack, some of them. */
export async function listUncopied(db: D1Database): Promise<Tombstone[]> {
  const { results } = await db
    .prepare(
      `SELECT id, received_at AS receivedAt, read_at AS readAt, deleted_at AS deletedAt, handed_at AS handedAt
       FROM tombstones WHERE copied = 0 LIMIT ?`,
    )
    .bind(AT_ONCE)
    .all<Tombstone>();
  return results;
}

/** Remembers that R2 has these. */
export async function markCopied(db: D1Database, ids: readonly string[]): Promise<void> {
  await db
    .prepare('UPDATE tombstones SET copied = 1 WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(ids))
    .run();
}

/** Forgets some of what was deleted before a moment (Unix seconds). */
export async function deleteTombstones(db: D1Database, before: number): Promise<void> {
  await db
    .prepare('DELETE FROM tombstones WHERE id IN (SELECT id FROM tombstones WHERE deleted_at < ? LIMIT ?)')
    .bind(before, AT_ONCE)
    .run();
}
