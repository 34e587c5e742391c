import { readFileSync } from 'node:fs';
import { type CentrePublicKey, describedKey, PublishedKeys } from '../protocol/wire/centre-key.ts';
import { type SiteEnv, siteEnv } from './site-env.ts';

/** Where the centre's keys stand: committed for the real site, made on the spot for a local one. */
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
 * The centre's public keys, newest first, which become part of the built site: what is written is sealed to the newest,
 * and answers made with an older one can still be read. `CENTRE_KEY_FILE` names another file than the usual. Throws, and
 * so fails the build, when there is none, when the parts of one contradict each other, or when a build for the real site
 * would get a throw-away key.
 */
export function publishedKeys(): PublishedKeys {
  const env = siteEnv();
  const file = process.env['CENTRE_KEY_FILE'] ?? USUAL_FILE[env];
  const published = readPublicFile(file, env);
  if (!published.keys.every(describedKey)) {
    throw new Error(`A key id or fingerprint in ${file} does not belong to its public keys. ${REMEDY[env]}`);
  }
  if (env === 'production' && published.use !== 'production')
    throw new Error(`${file} holds a throw-away key. ${REMEDY[env]}`);
  return published;
}

/** The newest of them, to which is sealed. */
export function centreKey(): CentrePublicKey {
  const [newest] = publishedKeys().keys;
  if (!newest) throw new Error('A list of keys is never empty.');
  return newest;
}

function readPublicFile(file: string, env: SiteEnv): PublishedKeys {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`There is no centre key at ${file}. ${REMEDY[env]}`);
  }
  try {
    return PublishedKeys.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} is not the public half of a centre key, or it is damaged. ${REMEDY[env]}`);
  }
}

/** Whether what is written on this site reaches nobody: its key was drawn on the spot. */
export const isTrial = () => publishedKeys().use === 'local';
