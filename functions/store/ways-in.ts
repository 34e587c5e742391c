import type { Member, Role } from '../../src/protocol/wire/api/member.ts';
import { PassphraseKdf } from '../../src/protocol/wire/passphrase-kdf.ts';
import { type Hex, hexBytes, hexOf, hexText } from './blob.ts';

/** A passphrase as way in, as signing in needs it. */
export type PassphraseWayIn = {
  id: string;
  member: Member;
  role: Role;
  /** Ed25519, 32 bytes. */
  publicKey: Uint8Array<ArrayBuffer>;
  kdf: PassphraseKdf;
  /** The centre's secret keys, wrapped: base64url. */
  vault: string;
};

/** The passphrases of the member with this name key: all are stretched in one way. None where they are suspended. */
export async function findPassphrases(db: D1Database, nameKey: string): Promise<PassphraseWayIn[]> {
  const { results } = await db
    .prepare(
      `SELECT w.id, m.id AS memberId, m.name, m.role, hex(w.public_key) AS publicKey, w.kdf, hex(w.vault) AS vault
       FROM members m JOIN ways_in w ON w.member_id = m.id AND w.kind = 'passphrase'
       WHERE m.name_key = ? AND m.suspended_at IS NULL`,
    )
    .bind(nameKey)
    .all<{
      id: string;
      memberId: string;
      name: string;
      role: Role;
      publicKey: Hex;
      kdf: string;
      vault: Hex;
    }>();
  return results.map((row) => ({
    id: row.id,
    member: { id: row.memberId, name: row.name },
    role: row.role,
    publicKey: hexBytes(row.publicKey),
    kdf: PassphraseKdf.parse(JSON.parse(row.kdf)),
    vault: hexText(row.vault),
  }));
}

/**
 * Uses up a challenge by its random bytes, and sweeps those that have expired. Says whether it was still unused: of two
 * sign-ins with one challenge only one gets true. Other challenges of the same member stay good, so that two devices
 * can sign in at once. Times in Unix milliseconds.
 */
export async function useChallenge(
  db: D1Database,
  challenge: { nonce: Uint8Array; expiresAt: number },
  now: number,
): Promise<boolean> {
  const [, used] = await db.batch([
    db.prepare('DELETE FROM used_challenges WHERE expires_at_ms <= ?').bind(now),
    db
      .prepare(
        'INSERT INTO used_challenges (nonce, expires_at_ms) VALUES (unhex(?), ?) ON CONFLICT DO NOTHING RETURNING 1',
      )
      .bind(hexOf(challenge.nonce), challenge.expiresAt),
  ]);
  return used?.results.length === 1;
}
