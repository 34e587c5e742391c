import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { fromBase64url } from '../protocol/bytes.ts';
import { CentrePublicKey, describeCentreKey } from '../protocol/centre-key.ts';

/** The public key file that `npm run keys` writes: what may be shown, and whether it is for a real site. */
const PublicKeyFile = z.object({
  ...CentrePublicKey.shape,
  use: z.enum(['production', 'local']),
});

/** Where the centre's key stands: committed for the real site, made on the spot for a local one. */
const PRODUCTION_FILE = 'content/centre-key.json';
const LOCAL_FILE = '.local/centre-key.public.json';

/**
 * The centre's public key, which becomes part of the built site. `CENTRE_KEY_FILE` names another file than the usual.
 * Throws, and so fails the build, when there is no key, when its parts contradict each other, or when a production
 * build (`SITE_ENV=production`) would get a throw-away key.
 */
export function centreKey(): CentrePublicKey {
  const production = process.env.SITE_ENV === 'production';
  const file = process.env.CENTRE_KEY_FILE ?? (production ? PRODUCTION_FILE : LOCAL_FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`No centre key at ${file}. Make one with: npm run keys -- new`);
  }
  const { use, ...key } = PublicKeyFile.parse(JSON.parse(text));
  const described = describeCentreKey(fromBase64url(key.publicKey) ?? new Uint8Array());
  if (described.keyId !== key.keyId || described.fingerprint !== key.fingerprint) {
    throw new Error(`The key id or fingerprint in ${file} does not belong to its public key.`);
  }
  if (production && use !== 'production')
    throw new Error(`${file} holds a throw-away key: not for production.`);
  return key;
}
