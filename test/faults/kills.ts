import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { inLanes } from '../../tools/bench/in-lanes.ts';
import type { FaultyHouse } from './served.ts';

/** A server lives until it has acknowledged so many at most, and for so many milliseconds more: both at random. */
const MOST_ACKNOWLEDGED = 40;
const LONGEST_REST = 30;

/**
 * Sends `count` first items, some at once, each again and again until it is acknowledged, while all processes of the
 * server are killed at random moments and started anew. Every acknowledged one is a row, and every one is one row only.
 * Gives how often the server was killed, and how many acknowledgements were repetitions of what was stored already.
 */
export async function sendThroughKills(
  house: FaultyHouse,
  count: number,
): Promise<{ kills: number; repeated: number }> {
  const all = Array.from({ length: count }, house.seal);
  let acknowledged = 0;
  let kills = 0;
  let repeated = 0;
  const sendUntilTaken = async (sealed: (typeof all)[number]) => {
    for (;;) {
      const { status } = await house.send(sealed);
      if (status === 200) repeated += 1;
      if (status === 200 || status === 201) break;
      // Killed before, in or after the write: nobody can tell.
      expect([0, 500, 503]).toContain(status);
      await wait(50);
    }
    acknowledged += 1;
  };
  const killNowAndThen = async () => {
    for (;;) {
      const until = acknowledged + Math.ceil(Math.random() * MOST_ACKNOWLEDGED);
      while (acknowledged < Math.min(until, count)) await wait(1);
      if (acknowledged === count) return;
      await wait(Math.random() * LONGEST_REST);
      await house.kill();
      kills += 1;
      await house.serve();
    }
  };
  await Promise.all([inLanes(all, 4, sendUntilTaken), killNowAndThen()]);
  await house.sweep();
  const ids = all.map(({ path }) => path.split('/').at(-1) ?? '');
  const { threads, objects } = await house.held();
  expect(threads.filter((id) => ids.includes(id)).sort()).toEqual(ids.sort());
  expect(objects).toEqual([]);
  return { kills, repeated };
}
