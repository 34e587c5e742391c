import type { Member, Role } from '../../src/protocol/wire/api/member.ts';
import { actStatements, type NewAct } from './audit.ts';
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

/**
 * The member whose session this is, or null when there is none, it has expired or they are suspended. `now` in Unix seconds.
 */
export function findSession(
  db: D1Database,
  tokenHash: Uint8Array,
  now: number,
): Promise<(Member & { role: Role }) | null> {
  return db
    .prepare(
      `SELECT m.id, m.name, m.role FROM sessions s JOIN members m ON m.id = s.member_id
       WHERE s.token_hash = unhex(?) AND s.expires_at > ? AND m.suspended_at IS NULL`,
    )
    .bind(hexOf(tokenHash), now)
    .first<Member & { role: Role }>();
}

/** Ends a session, if there is one. */
export async function deleteSession(db: D1Database, tokenHash: Uint8Array): Promise<void> {
  await db.prepare('DELETE FROM sessions WHERE token_hash = unhex(?)').bind(hexOf(tokenHash)).run();
}

/** Ends every session of a member, but for one where that is given. Says how many. */
export async function deleteSessions(
  db: D1Database,
  memberId: string,
  but: Uint8Array = new Uint8Array(),
  act?: NewAct,
): Promise<number> {
  const [ended] = await db.batch([
    db
      .prepare('DELETE FROM sessions WHERE member_id = ? AND token_hash <> unhex(?) RETURNING 1')
      .bind(memberId, hexOf(but)),
    ...actStatements(db, act, {
      where: 'EXISTS (SELECT 1 FROM members WHERE id = ?6)',
      values: [memberId],
    }),
  ]);
  return ended?.results.length ?? 0;
}
