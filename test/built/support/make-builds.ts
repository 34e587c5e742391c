import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../../tools/build/build-site.ts';
import { createKeyFile, rotateKeyFile } from '../../../tools/keys/key-file.ts';
import { localKey } from '../../../tools/serve/local-key.ts';
import { BUILDS, LOCAL, LOCAL_KEY, REAL, REAL_KEY } from './builds.ts';

/** Makes both builds once, before the first test that looks at them. */
export default async function makeBuilds(): Promise<() => void> {
  rmSync(BUILDS, { recursive: true, force: true });
  mkdirSync(BUILDS, { recursive: true });
  await createKeyFile('production', 'a passphrase', join(BUILDS, 'real.secret.json'), REAL_KEY);
  const local = await localKey(BUILDS);
  await rotateKeyFile(local.passphrase, local.secretFile, local.publicFile);
  await buildSite(REAL, REAL_KEY, { env: 'production' });
  await buildSite(LOCAL, LOCAL_KEY);
  return () => rmSync(BUILDS, { recursive: true, force: true });
}
