import { doorRoutes } from '../../../src/protocol/wire/api/door.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { nameKeyOf } from '../../../src/protocol/wire/member-name.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { signInText } from '../../../src/protocol/wire/sign-in.ts';
import { requestOrigin } from '../../hosts/own-origin.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { readChallenge } from '../../sign-in/challenge.ts';
import {
  clearSessionCookie,
  SESSION_LIFETIME,
  sessionHash,
  setSessionCookie,
} from '../../sign-in/session.ts';
import { NOBODY, verifySignature } from '../../sign-in/signature.ts';
import { TOKEN_BYTES } from '../../sign-in/token.ts';
import { createSession, deleteSession } from '../../store/sessions.ts';
import { signInPepper } from '../../store/settings.ts';
import { findPassphrase, useChallenge } from '../../store/ways-in.ts';

/** Signs a member in. Whatever is wrong with a sign-in, the answer is one. */
export const signIn = serve(doorRoutes.signIn, async (c, { body }) => {
  const { name, challenge } = body;
  const signature = fromBase64url(body.signature);
  if (!signature) return refused('malformed');

  const nameKey = nameKeyOf(name);
  const [pepper, wayIn] = await Promise.all([signInPepper(c.env.DB), findPassphrase(c.env.DB, nameKey)]);
  const asked = await readChallenge(pepper, nameKey, challenge, Date.now());
  const text = signInText(requestOrigin(c), name, challenge);
  const signed = await verifySignature(wayIn?.publicKey ?? NOBODY, signature, text);
  if (!wayIn || !asked || !signed) return refused('unauthorized');
  if (!(await useChallenge(c.env.DB, asked, Date.now()))) return refused('unauthorized');

  const token = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
  const createdAt = now();
  const expiresAt = createdAt + SESSION_LIFETIME;
  const { member, role, vault } = wayIn;
  const tokenHash = await sha256(token);
  await createSession(c.env.DB, { tokenHash, memberId: member.id, createdAt, expiresAt });
  const session = toBase64url(tokenHash);
  setSessionCookie(c, session, token);
  return done({ member, role, vault, expiresAt, session });
});

/** Ends the session that the request names, and no other. */
export const signOut = serve(doorRoutes.signOut, async (c) => {
  await deleteSession(c.env.DB, await sessionHash(c));
  clearSessionCookie(c);
  return done({ session: 'ended' });
});
