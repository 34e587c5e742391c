import type { InviteBody } from '../../src/protocol/wire/api/door.ts';
import { type Hex, hexOf, hexText } from './blob.ts';

/** An invitation that can still be used, by the SHA-256 of its token; null when it can't. `now` in Unix seconds. */
export async function findInvite(
  db: D1Database,
  tokenHash: Uint8Array,
  now: number,
): Promise<InviteBody | null> {
  const row = await db
    .prepare(
      `SELECT hex(vault) AS vault, expires_at AS expiresAt FROM invites
       WHERE token_hash = unhex(?) AND used_at IS NULL AND expires_at > ?`,
    )
    .bind(hexOf(tokenHash), now)
    .first<{ vault: Hex; expiresAt: number }>();
  return row && { vault: hexText(row.vault), expiresAt: row.expiresAt };
}

/**
 * The statement that uses an invitation up for a new member, unless the member's id is taken or their name looks like
 * another's. The wrapped vault goes with it: a link that is found later opens nothing.
 */
export function useInvite(
  db: D1Database,
  use: { tokenHash: Uint8Array; memberId: string; look: string; lookKey: string; now: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE invites SET used_at = ?1, used_by = ?2, vault = x''
       WHERE token_hash = unhex(?3) AND used_at IS NULL AND expires_at > ?1
         AND NOT EXISTS (SELECT 1 FROM members WHERE id = ?2 OR look = ?4 OR look_key = ?5)
       RETURNING used_by`,
    )
    .bind(use.now, use.memberId, hexOf(use.tokenHash), use.look, use.lookKey);
}
