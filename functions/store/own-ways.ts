import { MOST_PASSPHRASES, MOST_WAYS, type WayIn, type WaysBody } from '../../src/protocol/wire/api/ways.ts';
import { PassphraseKdf } from '../../src/protocol/wire/passphrase-kdf.ts';
import { actStatements, type NewAct, storedBy } from './audit.ts';
import { type Hex, hexOf, hexText } from './blob.ts';
import { forgetTaken } from './next-keys.ts';
import type { Outcome } from './outcome.ts';

type Row = Pick<WayIn, 'id' | 'kind' | 'name' | 'madeAt' | 'usedDay'> & {
  newestKey: Hex | null;
  credential: Hex | null;
  kdf: string | null;
};

/** The ways in of a member, oldest first, and how their passphrases are stretched. */
export async function listWays(db: D1Database, memberId: string): Promise<WaysBody> {
  const { results } = await db
    .prepare(
      `SELECT id, kind, name, created_at AS madeAt, used_day AS usedDay, hex(key_id) AS newestKey,
              hex(credential) AS credential, kdf
       FROM ways_in WHERE member_id = ? ORDER BY created_at, id`,
    )
    .bind(memberId)
    .all<Row>();
  const kdf = results.find((row) => row.kdf !== null)?.kdf;
  return {
    ways: results.map(({ newestKey, credential, kdf: _, ...row }) => ({
      ...row,
      newestKey: newestKey ? hexText(newestKey) : null,
      ...(credential && { credential: hexText(credential) }),
    })),
    kdf: kdf ? PassphraseKdf.parse(JSON.parse(kdf)) : null,
  };
}

/** A further way in of a member. `createdAt` in Unix seconds. */
export type NewWay = {
  id: string;
  memberId: string;
  publicKey: Uint8Array;
  newestKey: Uint8Array;
  createdAt: number;
  vault: Uint8Array;
} & (
  | { kind: 'passphrase'; kdf: PassphraseKdf }
  | { kind: 'passkey'; name: string; credential: Uint8Array; counter: number }
);

/**
 * Gives a member a further way in, once: `repeated` where it is there already, `taken` where another has its id or its
 * credential, there are as many as may be, or their passphrases would be stretched in two ways.
 */
export async function addWay(db: D1Database, way: NewWay, act?: NewAct): Promise<Outcome> {
  const kdf = way.kind === 'passphrase' ? JSON.stringify(way.kdf) : '';
  const passkey = way.kind === 'passkey' ? way : null;
  const [added, found] = await db.batch([
    db
      .prepare(
        `INSERT INTO ways_in (id, member_id, kind, public_key, kdf, credential, counter, name, key_id, created_at, vault)
         SELECT ?1, ?2, ?3, unhex(?4), nullif(?5, ''), iif(?3 = 'passkey', unhex(?6), NULL),
                iif(?3 = 'passkey', ?7, NULL), ?8, unhex(?9), ?10, unhex(?11)
         WHERE (SELECT count(*) FROM ways_in WHERE member_id = ?2) < ?12
           AND (?3 = 'passkey' OR (SELECT count(*) FROM ways_in WHERE member_id = ?2 AND kind = 'passphrase') < ?13)
           AND (?3 = 'passkey' OR NOT EXISTS (SELECT 1 FROM ways_in WHERE member_id = ?2 AND kdf <> ?5))
         ON CONFLICT DO NOTHING RETURNING 1`,
      )
      .bind(
        ...[way.id, way.memberId, way.kind, hexOf(way.publicKey), kdf],
        ...[passkey ? hexOf(passkey.credential) : '', passkey?.counter ?? 0, passkey?.name ?? ''],
        ...[hexOf(way.newestKey), way.createdAt, hexOf(way.vault), MOST_WAYS, MOST_PASSPHRASES],
      ),
    isThere(db, way),
    ...actStatements(db, act, storedBy('ways_in', way.id, way.memberId)),
  ]);
  if (added?.results.length) return 'stored';
  return found?.results.length ? 'repeated' : 'taken';
}

/** The statement that finds a way in of a member by its id and public key. */
const isThere = (
  db: D1Database,
  { id, memberId, publicKey }: Pick<NewWay, 'id' | 'memberId' | 'publicKey'>,
) =>
  db
    .prepare('SELECT 1 FROM ways_in WHERE id = ? AND member_id = ? AND public_key = unhex(?)')
    .bind(id, memberId, hexOf(publicKey));

/** Whether a member has this passkey under this id: then it was added before, and its answer got lost. */
export async function hasPasskey(
  db: D1Database,
  { id, memberId, credential }: { id: string; memberId: string; credential: Uint8Array },
): Promise<boolean> {
  const found = await db
    .prepare('SELECT 1 FROM ways_in WHERE id = ? AND member_id = ? AND credential = unhex(?)')
    .bind(id, memberId, hexOf(credential))
    .first();
  return found !== null;
}

/** Puts another wrapped vault in the place of the one of a member's way in, and forgets what was sealed to them once all have it. Says whether there is such a way. */
export async function rewrapWay(
  db: D1Database,
  way: { id: string; memberId: string; newestKey: Uint8Array; vault: Uint8Array },
  act?: NewAct,
): Promise<boolean> {
  const [rewrapped] = await db.batch([
    db
      .prepare(
        'UPDATE ways_in SET key_id = unhex(?), vault = unhex(?) WHERE id = ? AND member_id = ? RETURNING 1',
      )
      .bind(hexOf(way.newestKey), hexOf(way.vault), way.id, way.memberId),
    forgetTaken(db, way.memberId, way.newestKey),
    ...actStatements(db, act, storedBy('ways_in', way.id, way.memberId)),
  ]);
  return rewrapped?.results.length === 1;
}

/** Notes that a way in let its member in on this day, in days since 1970. */
export async function noteUse(db: D1Database, id: string, day: number): Promise<void> {
  await db.prepare('UPDATE ways_in SET used_day = ? WHERE id = ?').bind(day, id).run();
}

/**
 * Removes a way in of a member, and ends all their sessions but `session` (the hash of its token). Says whether it is
 * gone: their last one stays.
 */
export async function removeWay(
  db: D1Database,
  { id, memberId, session }: { id: string; memberId: string; session: Uint8Array },
  act?: NewAct,
): Promise<boolean> {
  const answers = await db.batch([
    ...actStatements(db, act, {
      where: `EXISTS (SELECT 1 FROM ways_in WHERE id = ?6 AND member_id = ?7)
        AND EXISTS (SELECT 1 FROM ways_in WHERE member_id = ?7 AND id <> ?6)`,
      values: [id, memberId],
    }),
    db
      .prepare(
        `DELETE FROM ways_in WHERE id = ?1 AND member_id = ?2
           AND EXISTS (SELECT 1 FROM ways_in WHERE member_id = ?2 AND id <> ?1)`,
      )
      .bind(id, memberId),
    db
      .prepare(
        `DELETE FROM sessions WHERE member_id = ?2 AND token_hash <> unhex(?3)
           AND NOT EXISTS (SELECT 1 FROM ways_in WHERE id = ?1)`,
      )
      .bind(id, memberId, hexOf(session)),
    db.prepare('SELECT 1 FROM ways_in WHERE id = ? AND member_id = ?').bind(id, memberId),
  ]);
  return answers.at(-1)?.results.length === 0;
}
