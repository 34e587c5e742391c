import type { Member, Role } from '../../src/protocol/wire/api/member.ts';
import { type Hex, hexBytes, hexOf, hexText } from './blob.ts';

/** A passkey as way in, as signing in needs it. */
export type PasskeyWayIn = {
  id: string;
  member: Member;
  role: Role;
  /** A COSE key (RFC 9052, section 7). */
  publicKey: Uint8Array<ArrayBuffer>;
  /** How often it had signed when it last did; 0 for one that does not count. */
  counter: number;
  /** The centre's secret keys, wrapped: base64url. */
  vault: string;
};

/** The passkey with this id of a credential; null where there is none, or its member is suspended. */
export async function findPasskey(db: D1Database, credential: Uint8Array): Promise<PasskeyWayIn | null> {
  const row = await db
    .prepare(
      `SELECT w.id, m.id AS memberId, m.name, m.role, hex(w.public_key) AS publicKey, w.counter, hex(w.vault) AS vault
       FROM ways_in w JOIN members m ON m.id = w.member_id
       WHERE w.credential = unhex(?) AND m.suspended_at IS NULL`,
    )
    .bind(hexOf(credential))
    .first<{
      id: string;
      memberId: string;
      name: string;
      role: Role;
      publicKey: Hex;
      counter: number;
      vault: Hex;
    }>();
  return (
    row && {
      id: row.id,
      member: { id: row.memberId, name: row.name },
      role: row.role,
      publicKey: hexBytes(row.publicKey),
      counter: row.counter,
      vault: hexText(row.vault),
    }
  );
}

/**
 * Notes that a passkey was touched, and to what it counted. Says whether that is more than the last time: a copy of one
 * that counts would come with a number that was there before. Of two touches at once with one number only one gets true.
 */
export async function countTouch(db: D1Database, id: string, counter: number): Promise<boolean> {
  const { results } = await db
    .prepare(
      `UPDATE ways_in SET counter = ?2
       WHERE id = ?1 AND (counter < ?2 OR (counter = 0 AND ?2 = 0)) RETURNING 1`,
    )
    .bind(id, counter)
    .all();
  return results.length === 1;
}
