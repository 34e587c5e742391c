import type { Context } from 'hono';
import type { SessionBody } from '../../src/protocol/wire/api/door.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { sha256 } from '../../src/protocol/wire/sha256.ts';
import { now } from '../http/clock.ts';
import { publishedKeyIds } from '../http/published-keys.ts';
import { keysOfWay } from '../store/next-keys.ts';
import { noteUse } from '../store/own-ways.ts';
import { createSession } from '../store/sessions.ts';
import { SESSION_LIFETIME, setSessionCookie } from './session.ts';
import { TOKEN_BYTES } from './token.ts';

const DAY = 24 * 60 * 60;

/** Opens a session for a member who has shown a way in, and gives the browser its cookie and that way's vault. */
export async function openSession(
  c: Context,
  { id, member, role, vault }: Pick<SessionBody, 'member' | 'role' | 'vault'> & { id: string },
): Promise<SessionBody> {
  const token = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
  const createdAt = now();
  const expiresAt = createdAt + SESSION_LIFETIME;
  const tokenHash = await sha256(token);
  await createSession(c.env.DB, { tokenHash, memberId: member.id, createdAt, expiresAt });
  await noteUse(c.env.DB, id, Math.floor(createdAt / DAY));
  const [keys, published] = await Promise.all([keysOfWay(c.env.DB, id), publishedKeyIds(c.env)]);
  // A key that no page carries yet would sign what no mailbox takes.
  const next = keys.next.filter(({ keyId }) => published?.includes(keyId));
  const session = toBase64url(tokenHash);
  setSessionCookie(c, session, token);
  return { member, role, vault, expiresAt, session, wayIn: id, ...keys, next };
}
