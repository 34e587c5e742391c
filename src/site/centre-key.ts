import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { fromBase64url } from '../protocol/wire/bytes.ts';
import { CentrePublicKey, describeCentreKey } from '../protocol/wire/centre-key.ts';
import { type SiteEnv, siteEnv } from './site-env.ts';

/** The public key file that `npm run keys` writes: what may be shown, and whether it is for a real site. */
const PublicKeyFile = z.object({
  ...CentrePublicKey.shape,
  use: z.enum(['production', 'local']),
});

/** The centre's key as the site carries it. `use` is what it was drawn for. */
export type SiteKey = z.infer<typeof PublicKeyFile>;

/** Where the centre's key stands: committed for the real site, made on the spot for a local one. */
const USUAL_FILE: Record<SiteEnv, string> = {
  production: 'content/centre-key.json',
  local: '.local/centre-key.public.json',
};

/** What a person does when a build has no key that it may carry. */
const REMEDY: Record<SiteEnv, string> = {
  production: `A build is for the real site and carries the key that the centre drew: on a computer without a network,
npm run keys -- new, then commit the public half as ${USUAL_FILE.production}. To look at the site with a throw-away
key, use npm start.`,
  local: 'npm start draws a throw-away key.',
};

/**
 * The centre's public key, which becomes part of the built site. `CENTRE_KEY_FILE` names another file than the usual.
 * Throws, and so fails the build, when there is no key, when its parts contradict each other, or when a build for the
 * real site would get a throw-away key.
 */
export function centreKey(): SiteKey {
  const env = siteEnv();
  const file = process.env['CENTRE_KEY_FILE'] ?? USUAL_FILE[env];
  const key = readPublicKey(file, env);
  const described = describeCentreKey(fromBase64url(key.publicKey) ?? new Uint8Array());
  if (described.keyId !== key.keyId || described.fingerprint !== key.fingerprint) {
    throw new Error(`The key id or fingerprint in ${file} does not belong to its public key. ${REMEDY[env]}`);
  }
  if (env === 'production' && key.use !== 'production')
    throw new Error(`${file} holds a throw-away key. ${REMEDY[env]}`);
  return key;
}

function readPublicKey(file: string, env: SiteEnv): SiteKey {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`There is no centre key at ${file}. ${REMEDY[env]}`);
  }
  try {
    return PublicKeyFile.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} is not the public half of a centre key, or it is damaged. ${REMEDY[env]}`);
  }
}

/** Whether what is written on this site reaches nobody: its key was drawn on the spot. */
export const isTrial = () => centreKey().use === 'local';
