import { PAGE_BYTES } from '../../src/protocol/wire/api/fields.ts';
import { MOST_SAVED, type SavedBody } from '../../src/protocol/wire/api/saved.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import { largestEnvelope } from '../../src/protocol/wire/envelope.ts';
import { actStatements, type NewAct } from './audit.ts';
import { type Hex, hexOf, hexText } from './blob.ts';
import type { Outcome } from './outcome.ts';

/** In a statement: the number that the next change of a saved answer gets. */
const NEXT = '(SELECT coalesce(max(changed), 0) + 1 FROM saved_answers)';

/** Bytes of envelopes behind which no further one is given: in base64url, with all beside them, they stay below `PAGE_BYTES`. */
const FULL = (PAGE_BYTES * 3) / 4 - largestEnvelope('saved') - 8 * 1024;

/** The saved answers that changed behind a number, in the order in which they did, as many as fit a page. */
export async function listSaved(db: D1Database, since: number): Promise<SavedBody> {
  const { results } = await db
    .prepare(
      `SELECT id, rev, changed, before <= ?2 AS fits, iif(before <= ?2, hex(sealed), '') AS sealed
       FROM (SELECT id, rev, changed, sealed,
               coalesce(sum(length(sealed)) OVER (ORDER BY changed), 0) - coalesce(length(sealed), 0) AS before
             FROM saved_answers WHERE changed > ?1)
       ORDER BY changed`,
    )
    .bind(since, FULL)
    .all<{ id: string; rev: number; changed: number; fits: 0 | 1; sealed: Hex }>();
  const given = results.filter(({ fits }) => fits === 1);
  const saved = given.map(({ id, rev, changed, sealed }) => ({
    ...{ id, rev, changed },
    // What is gone has no bytes.
    ...(sealed !== '' && { envelope: hexText(sealed) }),
  }));
  return { saved, more: given.length < results.length };
}

/**
 * Stores a saved answer, once: a new one (`rev` 0), or another in the place of the one in that revision. `changed` where it
 * is not in that revision any more, `taken` where there are as many as may be.
 */
export async function putSaved(
  db: D1Database,
  { id, rev, sealed }: { id: string; rev: number; sealed: Uint8Array },
  act?: NewAct,
): Promise<Outcome | 'changed'> {
  const digest = hexOf(digestOf(sealed));
  const put =
    rev === 0
      ? db
          .prepare(
            `INSERT INTO saved_answers (id, rev, changed, digest, sealed) SELECT ?1, 1, ${NEXT}, unhex(?2), unhex(?3)
             WHERE (SELECT count(*) FROM saved_answers WHERE sealed IS NOT NULL) < ?4
             ON CONFLICT DO NOTHING RETURNING id`,
          )
          .bind(id, digest, hexOf(sealed), MOST_SAVED)
      : db
          .prepare(
            `UPDATE saved_answers SET rev = rev + 1, changed = ${NEXT}, digest = unhex(?2), sealed = unhex(?3)
             WHERE id = ?1 AND rev = ?4 AND sealed IS NOT NULL RETURNING id`,
          )
          .bind(id, digest, hexOf(sealed), rev);
  const [done, found] = await db.batch<{ same?: 0 | 1 }>([
    put,
    db
      .prepare('SELECT coalesce(digest = unhex(?), 0) AS same FROM saved_answers WHERE id = ?')
      .bind(digest, id),
    ...actStatements(db, act, {
      where: 'EXISTS (SELECT 1 FROM saved_answers WHERE id = ?6 AND digest = unhex(?7))',
      values: [id, digest],
    }),
  ]);
  if (done?.results.length) return 'stored';
  const [there] = found?.results ?? [];
  if (there?.same === 1) return 'repeated';
  return there === undefined && rev === 0 ? 'taken' : 'changed';
}

/** Deletes a saved answer in this revision; that there was one stays, without a word of it. Says whether it is gone. */
export async function removeSaved(
  db: D1Database,
  { id, rev }: { id: string; rev: number },
  act?: NewAct,
): Promise<boolean> {
  const answers = await db.batch([
    // Before it goes: afterwards nothing tells who was first.
    ...actStatements(db, act, {
      where: 'EXISTS (SELECT 1 FROM saved_answers WHERE id = ?6 AND rev = ?7 AND sealed IS NOT NULL)',
      values: [id, rev],
    }),
    db
      .prepare(
        `UPDATE saved_answers SET rev = rev + 1, changed = ${NEXT}, digest = NULL, sealed = NULL
         WHERE id = ? AND rev = ? AND sealed IS NOT NULL`,
      )
      .bind(id, rev),
    db.prepare('SELECT 1 FROM saved_answers WHERE id = ? AND sealed IS NOT NULL').bind(id),
  ]);
  return answers.at(-1)?.results.length === 0;
}
