import { doorRoutes } from '../../../src/protocol/wire/api/door.ts';
import { nameKeyOf } from '../../../src/protocol/wire/member-name.ts';
import { newPassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import { serve } from '../../http/mount.ts';
import { done } from '../../http/reply.ts';
import { drawChallenge, inventedSalt } from '../../sign-in/challenge.ts';
import { signInPepper } from '../../store/settings.ts';
import { findPassphrases } from '../../store/ways-in.ts';

/** What to sign, and how to stretch the passphrase. It tells nobody which names exist. */
export const challenge = serve(doorRoutes.challenge, async (c, { body }) => {
  const nameKey = nameKeyOf(body.name);
  const [pepper, [wayIn]] = await Promise.all([signInPepper(c.env.DB), findPassphrases(c.env.DB, nameKey)]);
  const invented = { ...newPassphraseKdf(), salt: await inventedSalt(pepper, nameKey) };
  return done({
    challenge: await drawChallenge(pepper, nameKey, Date.now()),
    kdf: wayIn?.kdf ?? invented,
  });
});
