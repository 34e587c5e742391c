import type { Tally } from '../../../src/protocol/items/kinds/tally.ts';
import { tallyStatements } from '../../../tools/bench/desk/tallies.ts';
import { centreKeys, ownStore } from './own-store.ts';

/** Stores tallies in the served site, sealed as its members seal them. */
export async function storeTallies(tallies: readonly Tally[]): Promise<void> {
  const [secret] = await centreKeys();
  for (const { sql, value } of tallyStatements(secret, tallies)) await ownStore(sql, value);
}
