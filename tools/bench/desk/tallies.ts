import { CHANNELS, type Tally } from '../../../src/protocol/items/kinds/tally.ts';
import { ORIGINS, OUTCOMES } from '../../../src/protocol/items/register.ts';
import { boxItem } from '../../../src/protocol/seal/authenticated-box.ts';
import { type CentreSecret, centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';

/** So many tallies of a year, over its months and all that can be said. */
export function talliesOf(year: number, count: number): Tally[] {
  return Array.from({ length: count }, (_, at): Tally => {
    const id = randomId();
    return {
      v: 2,
      kind: 'tally',
      thread: id,
      id,
      month: `${year}-${String((at % 12) + 1).padStart(2, '0')}`,
      channel: CHANNELS[at % CHANNELS.length] ?? 'form',
      outcome: OUTCOMES[at % OUTCOMES.length],
      card: { origin: ORIGINS[at % ORIGINS.length] },
    };
  });
}

/** How many are stored by one statement. */
const AT_ONCE = 100;

/** What stores tallies, sealed as members of the centre with this key seal them: statements, each with its one value. */
export function tallyStatements(
  secret: CentreSecret,
  tallies: readonly Tally[],
): { sql: string; value: string }[] {
  const pair = centrePair(secret);
  const rows = tallies.map((tally) => {
    const sealed = boxItem(tally, pair, pair.publicKey);
    if (!sealed) throw new Error('A tally is too large.');
    return [tally.id, tally.month, Buffer.from(sealed).toString('hex')];
  });
  const sql = `INSERT INTO tallies (id, month, sealed)
    SELECT value ->> 0, value ->> 1, unhex(value ->> 2) FROM json_each(?)`;
  // A statement's values have a limit.
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, at) => ({
    sql,
    value: JSON.stringify(rows.slice(at * AT_ONCE, (at + 1) * AT_ONCE)),
  }));
}
