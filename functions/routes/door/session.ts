import { type Context, Hono } from 'hono';
import { PostSession, type SessionBody, type SessionEndedBody } from '../../../src/protocol/wire/api/api.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { nameKeyOf } from '../../../src/protocol/wire/member-name.ts';
import { signInText } from '../../../src/protocol/wire/sign-in.ts';
import type { App } from '../../env.ts';
import { accept } from '../../http/accept.ts';
import { readBody } from '../../http/body.ts';
import { now } from '../../http/clock.ts';
import { limit } from '../../http/limit.ts';
import { requestOrigin } from '../../http/own-origin.ts';
import { refuse } from '../../http/refuse.ts';
import { clearSessionCookie, SESSION_LIFETIME, sessionHash, setSessionCookie } from '../../http/session.ts';
import { hashToken, TOKEN_BYTES } from '../../http/token.ts';
import { readChallenge } from '../../sign-in/challenge.ts';
import { NOBODY, verifySignature } from '../../sign-in/signature.ts';
import { createSession, deleteSession } from '../../store/sessions.ts';
import { signInPepper } from '../../store/settings.ts';
import { findPassphrase, useChallenge } from '../../store/ways-in.ts';

async function signOut(c: Context<App>): Promise<Response> {
  await deleteSession(c.env.DB, await sessionHash(c));
  clearSessionCookie(c);
  return accept(c, { session: 'ended' } satisfies SessionEndedBody);
}

/**
 * `POST /api/desk/session` signs in; `DELETE`, or `POST /api/desk/session/end`, ends the session that the request names,
 * and no other. Whatever is wrong with a sign-in, the answer is one.
 */
export const session = new Hono<App>()
  .post('/', limit('SIGN_IN_LIMIT'), async (c) => {
    const read = await readBody(c.req.raw, PostSession);
    if (!read.ok) return refuse(c, read.code);
    const { name, challenge } = read.body;
    const signature = fromBase64url(read.body.signature);
    if (!signature) return refuse(c, 'malformed');

    const nameKey = nameKeyOf(name);
    const [pepper, wayIn] = await Promise.all([signInPepper(c.env.DB), findPassphrase(c.env.DB, nameKey)]);
    const asked = await readChallenge(pepper, nameKey, challenge, Date.now());
    const text = signInText(requestOrigin(c), name, challenge);
    const signed = await verifySignature(wayIn?.publicKey ?? NOBODY, signature, text);
    if (!wayIn || !asked || !signed) return refuse(c, 'unauthorized');
    if (!(await useChallenge(c.env.DB, asked, Date.now()))) return refuse(c, 'unauthorized');

    const token = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
    const createdAt = now();
    const expiresAt = createdAt + SESSION_LIFETIME;
    const { member, vault } = wayIn;
    const tokenHash = await hashToken(token);
    await createSession(c.env.DB, { tokenHash, memberId: member.id, createdAt, expiresAt });
    const session = toBase64url(tokenHash);
    setSessionCookie(c, session, token);
    return accept(c, { member, vault, expiresAt, session } satisfies SessionBody);
  })
  .on('DELETE', '/', signOut)
  .on('POST', '/end', signOut);
