import type { Member } from '../../src/protocol/wire/api/member.ts';
import { hexOf } from './blob.ts';

/** Stores a session by the SHA-256 of its token, and sweeps those that have expired. Times in Unix seconds. */
export async function createSession(
  db: D1Database,
  session: { tokenHash: Uint8Array; memberId: string; createdAt: number; expiresAt: number },
): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM sessions WHERE expires_at <= ?').bind(session.createdAt),
    db
      .prepare(
        'INSERT INTO sessions (token_hash, member_id, created_at, expires_at) VALUES (unhex(?), ?, ?, ?)',
      )
      .bind(hexOf(session.tokenHash), session.memberId, session.createdAt, session.expiresAt),
  ]);
}

/** The member whose session this is, or null when there is none or it has expired. `now` in Unix seconds. */
export function findSession(db: D1Database, tokenHash: Uint8Array, now: number): Promise<Member | null> {
  return db
    .prepare(
      `SELECT m.id, m.name FROM sessions s JOIN members m ON m.id = s.member_id
       WHERE s.token_hash = unhex(?) AND s.expires_at > ?`,
    )
    .bind(hexOf(tokenHash), now)
    .first<Member>();
}

/** Ends a session, if there is one. */
export async function deleteSession(db: D1Database, tokenHash: Uint8Array): Promise<void> {
  await db.prepare('DELETE FROM sessions WHERE token_hash = unhex(?)').bind(hexOf(tokenHash)).run();
}
