import { doorRoutes } from '../../../src/protocol/wire/api/door.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { requestOrigin } from '../../hosts/own-origin.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { challengeReader, forTouch } from '../../sign-in/asked.ts';
import { drawChallenge } from '../../sign-in/challenge.ts';
import { openSession } from '../../sign-in/open-session.ts';
import { readTouch } from '../../sign-in/passkey.ts';
import { countTouch, findPasskey } from '../../store/passkeys.ts';
import { signInPepper } from '../../store/settings.ts';
import { useChallenge } from '../../store/ways-in.ts';

/** A challenge for whichever passkey comes: nobody is named, so it tells nothing of who has one. */
export const touchChallenge = serve(doorRoutes.touchChallenge, async (c) => {
  const pepper = await signInPepper(c.env.DB);
  return done({ challenge: await drawChallenge(pepper, forTouch, Date.now()) });
});

/** Signs in whoever touched a passkey that is known here. Whatever is wrong, the answer is one. */
export const touch = serve(doorRoutes.touch, async (c, { body }) => {
  const credential = fromBase64url(body.credential);
  const [pepper, known] = await Promise.all([
    signInPepper(c.env.DB),
    credential && findPasskey(c.env.DB, credential),
  ]);
  if (!known) return refused('unauthorized');
  const asked = challengeReader(pepper, forTouch);
  const read = await readTouch(body, known, requestOrigin(c), asked.isOurs);
  const challenge = asked.found();
  if (!read || !challenge) return refused('unauthorized');
  if (!(await useChallenge(c.env.DB, challenge, Date.now()))) return refused('unauthorized');
  if (!(await countTouch(c.env.DB, known.id, read.counter))) return refused('unauthorized');
  return done(await openSession(c, known));
});
