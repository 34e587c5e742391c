import type { Tally } from '../../../src/protocol/items/kinds/tally.ts';
import { storeTallies as store } from '../../../tools/bench/desk/tallies.ts';
import { openKeyFile } from '../../../tools/keys/key-file.ts';
import { localKey } from '../../../tools/serve/local-key.ts';
import { withLocalDatabase } from '../../../tools/store/local-store.ts';
import { TEST_FOLDER, TEST_STATE } from '../../../tools/test/test-site.ts';

/** Stores tallies in the served site, sealed as its members seal them. */
export async function storeTallies(tallies: readonly Tally[]): Promise<void> {
  const key = await localKey(TEST_FOLDER);
  const opened = await openKeyFile(key.secretFile, key.passphrase);
  const [secret] = opened.ok ? opened.keys : [];
  if (!secret) throw new Error('The centre of the tests has no key');
  await withLocalDatabase(TEST_STATE, (database) => store(database, secret, tallies));
}
