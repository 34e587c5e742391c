import { Hono } from 'hono';
import { AskChallenge, type ChallengeBody } from '../../../src/protocol/wire/api/api.ts';
import { nameKeyOf } from '../../../src/protocol/wire/member-name.ts';
import { newPassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import type { App } from '../../env.ts';
import { accept } from '../../http/accept.ts';
import { readBody } from '../../http/body.ts';
import { limit } from '../../http/limit.ts';
import { refuse } from '../../http/refuse.ts';
import { drawChallenge, inventedSalt } from '../../sign-in/challenge.ts';
import { signInPepper } from '../../store/settings.ts';
import { findPassphrase } from '../../store/ways-in.ts';

/** `POST /api/desk/challenge`: what to sign, and how to stretch the passphrase. It tells nobody which names exist. */
export const challenge = new Hono<App>().post('/', limit('SIGN_IN_LIMIT'), async (c) => {
  const read = await readBody(c.req.raw, AskChallenge);
  if (!read.ok) return refuse(c, read.code);
  const nameKey = nameKeyOf(read.body.name);
  const [pepper, wayIn] = await Promise.all([signInPepper(c.env.DB), findPassphrase(c.env.DB, nameKey)]);
  const invented = { ...newPassphraseKdf(), salt: await inventedSalt(pepper, nameKey) };
  return accept(c, {
    challenge: await drawChallenge(pepper, nameKey, Date.now()),
    kdf: wayIn?.kdf ?? invented,
  } satisfies ChallengeBody);
});
