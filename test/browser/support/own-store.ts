import type { CentreSecret } from '../../../src/protocol/seal/centre-pair.ts';
import { openKeyFile } from '../../../tools/keys/key-file.ts';
import { localKey } from '../../../tools/serve/local-key.ts';
import { STORE_PATH } from '../../../tools/test/store-path.ts';
import { TEST_FOLDER, TEST_ORIGIN } from '../../../tools/test/test-site.ts';

let keys: Promise<readonly [CentreSecret, ...CentreSecret[]]> | undefined;

/** What a statement takes. */
export type StoredValue = string | number | null | Uint8Array;

/**
 * Runs a statement in the store of the served site, as somebody can who holds it, and gives its rows: by the server, which is the
 * only one that may write there while it runs.
 */
export async function ownStore(
  sql: string,
  ...values: readonly StoredValue[]
): Promise<Readonly<Record<string, unknown>>[]> {
  const body = { sql, values: values.map((value) => (value instanceof Uint8Array ? [...value] : value)) };
  const answer = await fetch(TEST_ORIGIN + STORE_PATH, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`The store did not take ${sql}: ${await answer.text()}`);
  return answer.json();
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
