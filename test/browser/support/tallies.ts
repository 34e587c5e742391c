import type { Tally } from '../../../src/protocol/items/kinds/tally.ts';
import { storeTallies as store } from '../../../tools/bench/desk/tallies.ts';
import { withLocalDatabase } from '../../../tools/store/local-store.ts';
import { TEST_STATE } from '../../../tools/test/test-site.ts';
import { centreKeys } from './own-store.ts';

/** Stores tallies in the served site, sealed as its members seal them. */
export async function storeTallies(tallies: readonly Tally[]): Promise<void> {
  const [secret] = await centreKeys();
  await withLocalDatabase(TEST_STATE, (database) => store(database, secret, tallies));
}
