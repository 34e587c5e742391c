import { type DraftsBody, MOST_DRAFTS } from '../../src/protocol/wire/api/drafts.ts';
import { PAGE_BYTES } from '../../src/protocol/wire/api/fields.ts';
import { largestEnvelope } from '../../src/protocol/wire/envelope.ts';
import { type Hex, hexOf, hexText } from './blob.ts';

/** Bytes of envelopes behind which no further one is given: in base64url, with all beside them, they stay below `PAGE_BYTES`. */
const FULL = (PAGE_BYTES * 3) / 4 - largestEnvelope('entries') - 8 * 1024;

/** A member's own drafts by their threads, behind one of these, as many as fit a page. */
export async function listDrafts(db: D1Database, memberId: string, after = ''): Promise<DraftsBody> {
  const { results } = await db
    .prepare(
      `SELECT thread_id AS thread, id, before <= ?3 AS fits, iif(before <= ?3, hex(sealed), '') AS sealed
       FROM (SELECT thread_id, id, sealed, sum(length(sealed)) OVER (ORDER BY thread_id) - length(sealed) AS before
             FROM drafts WHERE member_id = ?1 AND thread_id > ?2)
       ORDER BY thread_id`,
    )
    .bind(memberId, after, FULL)
    .all<{ thread: string; id: string; fits: 0 | 1; sealed: Hex }>();
  const drafts = results.flatMap(({ thread, id, fits, sealed }) =>
    fits === 1 ? [{ thread, id, envelope: hexText(sealed) }] : [],
  );
  const last = drafts.at(-1);
  return drafts.length === results.length || !last ? { drafts } : { drafts, next: last.thread };
}

/** Stores a member's draft of a thread in the place of their last one; says whether the thread is there, and there was room. */
export async function putDraft(
  db: D1Database,
  memberId: string,
  { thread, id, sealed }: { thread: string; id: string; sealed: Uint8Array },
): Promise<boolean> {
  const put = await db
    .prepare(
      `INSERT INTO drafts (member_id, thread_id, id, sealed) SELECT ?1, id, ?3, unhex(?4) FROM threads
       WHERE id = ?2 AND (SELECT count(*) FROM drafts WHERE member_id = ?1 AND thread_id <> ?2) < ?5
       ON CONFLICT (member_id, thread_id) DO UPDATE SET id = excluded.id, sealed = excluded.sealed RETURNING id`,
    )
    .bind(memberId, thread, id, hexOf(sealed), MOST_DRAFTS)
    .first();
  return put !== null;
}

/** Forgets a member's draft of a thread. */
export async function removeDraft(db: D1Database, memberId: string, thread: string): Promise<void> {
  await db.prepare('DELETE FROM drafts WHERE member_id = ? AND thread_id = ?').bind(memberId, thread).run();
}
