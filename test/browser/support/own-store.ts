import { globSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { CentreSecret } from '../../../src/protocol/seal/centre-pair.ts';
import { openKeyFile } from '../../../tools/keys/key-file.ts';
import { localKey } from '../../../tools/serve/local-key.ts';
import { TEST_FOLDER, TEST_STATE } from '../../../tools/test/test-site.ts';

/** Milliseconds for which is waited while the server writes. */
const BUSY = 10_000;

let store: DatabaseSync | undefined;
let keys: Promise<readonly [CentreSecret, ...CentreSecret[]]> | undefined;

/**
 * The store of the served site, as somebody has it who holds it: the file in which D1 keeps it. A second workerd, by which
 * the tools come to it, takes seconds to start, and a lock for each question.
 */
export function ownStore(): DatabaseSync {
  if (store) return store;
  const files = globSync(`${TEST_STATE}/v3/d1/*/*.sqlite`).filter(
    (file) => !file.endsWith('metadata.sqlite'),
  );
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error('The served site has one store');
  store = new DatabaseSync(file, { timeout: BUSY });
  // The server waits for nobody: it fails where somebody else is just writing. So that takes no longer than it must.
  store.exec('PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0');
  return store;
}

/** The secret keys of the served site's centre, newest first. Its passphrase is stretched once. */
export function centreKeys(): Promise<readonly [CentreSecret, ...CentreSecret[]]> {
  keys ??= openKeys();
  return keys;
}

async function openKeys(): Promise<readonly [CentreSecret, ...CentreSecret[]]> {
  const { secretFile, passphrase } = await localKey(TEST_FOLDER);
  const opened = await openKeyFile(secretFile, passphrase);
  if (!opened.ok) throw new Error(opened.code);
  const [newest, ...older] = opened.keys;
  if (!newest) throw new Error('The centre of the tests has no key');
  return [newest, ...older];
}
