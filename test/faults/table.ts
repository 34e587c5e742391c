import { expect } from 'vitest';
import { inLanes } from '../../tools/bench/in-lanes.ts';
import type { FaultyHouse } from './served.ts';
import type { Fault } from './stores.ts';

/** How the two stores stand while somebody sends: every fault of each, and neither there. */
export const FAULT_TABLE: readonly [DB: Fault, SECOND: Fault][] = [
  ['hangs', 'well'],
  ['errors', 'well'],
  ['slow', 'well'],
  ['mute', 'well'],
  ['down', 'well'],
  ['well', 'hangs'],
  ['well', 'errors'],
  ['well', 'slow'],
  ['well', 'mute'],
  ['well', 'down'],
  ['down', 'down'],
  ['hangs', 'hangs'],
];

/** Milliseconds within which somebody who sends has a receipt, or hears that there is none. */
export const ANSWER = 5000;

/**
 * Sends `count` first items, `lanes` at once, while the stores stand so, and holds what came of it: a receipt for each
 * in time where one store lives, each one row after the sweep, and the same bytes known again. Where neither lives,
 * nothing is said to be received. Gives the longest time of a receipt, in ms.
 */
export async function sendUnder(
  house: FaultyHouse,
  [DB, SECOND]: readonly [Fault, Fault],
  count: number,
  lanes: number,
): Promise<number> {
  const lives = DB === 'well' || SECOND === 'well';
  const all = Array.from({ length: count }, house.seal);
  const ids = new Set(all.map(({ path }) => path.split('/').at(-1) ?? ''));
  const rows = async () => (await house.held()).threads.filter((id) => ids.has(id)).sort();
  await house.stand({ DB: { fault: DB }, SECOND: { fault: SECOND } });
  const receipts = await inLanes(all, lanes, house.send);
  await house.stand({});
  const longest = Math.max(...receipts.map(({ after }) => after));
  const statuses = receipts.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([lives ? 201 : 503]));
  expect(longest).toBeLessThan(ANSWER);
  await house.sweep();
  expect(await rows()).toHaveLength(lives ? count : 0);
  const again = await inLanes(all, lanes, house.send);
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set([lives ? 200 : 201]));
  expect(await rows()).toEqual([...ids].sort());
  expect((await house.held()).objects).toEqual([]);
  return longest;
}
