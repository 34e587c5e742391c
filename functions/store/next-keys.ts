import type { KeyHolder } from '../../src/protocol/wire/api/keys.ts';
import type { SealedNextKey } from '../../src/protocol/wire/next-key.ts';
import { actStatements, type NewAct } from './audit.ts';
import { type Hex, hexOf, hexText } from './blob.ts';

/** What a way in needs to know of keys when it lets its member in; all base64url. */
export type KeysOfWay = {
  /** The newest key in its vault, as whoever wrapped it said. */
  newestKey: string | null;
  /** The key by which the centre vouches for the member's own key of now. */
  vouchedBy: string | null;
  /** The next keys that are sealed to the member, the oldest first. */
  next: (SealedNextKey & { keyId: string })[];
};

/** What there is of keys for a way in. */
export async function keysOfWay(db: D1Database, wayId: string): Promise<KeysOfWay> {
  const [way, next] = await db.batch<Record<string, Hex | null>>([
    db
      .prepare(
        `SELECT hex(w.key_id) AS newestKey, hex(v.key_id) AS vouchedBy
         FROM ways_in w JOIN members m ON m.id = w.member_id
         LEFT JOIN vouches v ON v.member_id = m.id AND v.box_key = m.box_key WHERE w.id = ?`,
      )
      .bind(wayId),
    db
      .prepare(
        `SELECT hex(n.key_id) AS keyId, hex(n.signature) AS signature, hex(n.box) AS box
         FROM ways_in w JOIN next_keys n ON n.member_id = w.member_id WHERE w.id = ?`,
      )
      .bind(wayId),
  ]);
  const [row] = way?.results ?? [];
  const text = (hex: Hex | null | undefined) => (hex ? hexText(hex) : null);
  return {
    newestKey: text(row?.['newestKey']),
    vouchedBy: text(row?.['vouchedBy']),
    next: (next?.results ?? []).map((one) => ({
      keyId: hexText(one['keyId'] ?? ''),
      signature: hexText(one['signature'] ?? ''),
      box: hexText(one['box'] ?? ''),
    })),
  };
}

/** Keeps the centre's word for a member's own key. Says whether that is still their own key. */
export async function putVouch(
  db: D1Database,
  vouch: { memberId: string; boxKey: Uint8Array; keyId: Uint8Array; signature: Uint8Array },
): Promise<boolean> {
  const { results } = await db
    .prepare(
      `INSERT INTO vouches (member_id, box_key, key_id, signature)
       SELECT id, box_key, unhex(?3), unhex(?4) FROM members WHERE id = ?1 AND box_key = unhex(?2)
       ON CONFLICT (member_id) DO UPDATE
         SET box_key = excluded.box_key, key_id = excluded.key_id, signature = excluded.signature
       RETURNING 1`,
    )
    .bind(vouch.memberId, hexOf(vouch.boxKey), hexOf(vouch.keyId), hexOf(vouch.signature))
    .all();
  return results.length === 1;
}

/** Keeps the next key for the active members to whom it is sealed. Says for how many. */
export async function putNextKeys(
  db: D1Database,
  {
    keyId,
    sealed,
  }: { keyId: Uint8Array; sealed: readonly { member: string; box: Uint8Array; signature: Uint8Array }[] },
  act?: NewAct,
): Promise<number> {
  const kept = await db.batch([
    ...sealed.map(({ member, box, signature }) =>
      db
        .prepare(
          `INSERT INTO next_keys (member_id, key_id, signature, box)
           SELECT id, unhex(?2), unhex(?3), unhex(?4) FROM members WHERE id = ?1 AND suspended_at IS NULL
           ON CONFLICT (member_id, key_id) DO UPDATE SET signature = excluded.signature, box = excluded.box
           RETURNING 1`,
        )
        .bind(member, hexOf(keyId), hexOf(signature), hexOf(box)),
    ),
    ...actStatements(db, act, {
      where: 'EXISTS (SELECT 1 FROM next_keys WHERE key_id = unhex(?6))',
      values: [hexOf(keyId)],
    }),
  ]);
  return kept.filter(({ results }) => results.length === 1).length;
}

/** The statement that forgets what is sealed to a member once the vault of each of their ways in has that key. */
export const forgetTaken = (db: D1Database, memberId: string, newestKey: Uint8Array): D1PreparedStatement =>
  db
    .prepare(
      `DELETE FROM next_keys WHERE member_id = ?1
         AND NOT EXISTS (SELECT 1 FROM ways_in WHERE member_id = ?1 AND key_id IS NOT unhex(?2))`,
    )
    .bind(memberId, hexOf(newestKey));

/** What each active member has of the centre's keys, by name. */
export async function listHolders(db: D1Database): Promise<KeyHolder[]> {
  type Row = {
    id: string;
    name: string;
    boxKey: Hex;
    vouchKey: Hex;
    vouch: Hex;
    ways: string;
    waiting: string;
  };
  const { results } = await db
    .prepare(
      `SELECT m.id, m.name, hex(m.box_key) AS boxKey, hex(v.key_id) AS vouchKey, hex(v.signature) AS vouch,
              (SELECT json_group_array(hex(key_id)) FROM ways_in WHERE member_id = m.id) AS ways,
              (SELECT json_group_array(hex(key_id)) FROM next_keys WHERE member_id = m.id) AS waiting
       FROM members m LEFT JOIN vouches v ON v.member_id = m.id AND v.box_key = m.box_key
       WHERE m.suspended_at IS NULL ORDER BY m.name_key`,
    )
    .all<Row>();
  const keys = (json: string): Hex[] => JSON.parse(json);
  return results.map(({ id, name, boxKey, vouchKey, vouch, ways, waiting }) => ({
    ...{ id, name, boxKey: hexText(boxKey) },
    vouch: vouch ? { keyId: hexText(vouchKey), signature: hexText(vouch) } : null,
    ways: keys(ways).map((key) => (key ? hexText(key) : null)),
    waiting: keys(waiting).map(hexText),
  }));
}
