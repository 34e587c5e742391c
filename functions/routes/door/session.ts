import { doorRoutes } from '../../../src/protocol/wire/api/door.ts';
import { MOST_PASSPHRASES } from '../../../src/protocol/wire/api/ways.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { nameKeyOf } from '../../../src/protocol/wire/member-name.ts';
import { signInText } from '../../../src/protocol/wire/sign-in.ts';
import { requestOrigin } from '../../hosts/own-origin.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { readChallenge } from '../../sign-in/challenge.ts';
import { openSession } from '../../sign-in/open-session.ts';
import { clearSessionCookie, sessionHash } from '../../sign-in/session.ts';
import { NOBODY, verifySignature } from '../../sign-in/signature.ts';
import { deleteSession } from '../../store/sessions.ts';
import { signInPepper } from '../../store/settings.ts';
import { findPassphrases, useChallenge } from '../../store/ways-in.ts';

/** Signs a member in. Whatever is wrong with a sign-in, the answer is one. */
export const signIn = serve(doorRoutes.signIn, async (c, { body }) => {
  const { name, challenge } = body;
  const signature = fromBase64url(body.signature);
  if (!signature) return refused('malformed');

  const nameKey = nameKeyOf(name);
  const [pepper, ways] = await Promise.all([signInPepper(c.env.DB), findPassphrases(c.env.DB, nameKey)]);
  const asked = await readChallenge(pepper, nameKey, challenge, Date.now());
  const text = signInText(requestOrigin(c), name, challenge);
  // As many are tried for every name, so that the time says nothing of how many there are.
  const tried = Array.from({ length: MOST_PASSPHRASES }, (_, index) => ways[index]);
  const signed = await Promise.all(
    tried.map((way) => verifySignature(way?.publicKey ?? NOBODY, signature, text)),
  );
  const wayIn = tried.find((way, index) => way && signed[index]);
  if (!wayIn || !asked) return refused('unauthorized');
  if (!(await useChallenge(c.env.DB, asked, Date.now()))) return refused('unauthorized');

  return done(await openSession(c, wayIn));
});

/** Ends the session that the request names, and no other. */
export const signOut = serve(doorRoutes.signOut, async (c) => {
  await deleteSession(c.env.DB, await sessionHash(c));
  clearSessionCookie(c);
  return done({ session: 'ended' });
});
