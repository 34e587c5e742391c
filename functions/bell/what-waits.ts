import type { Stores } from '../intake/receive.ts';
import { within } from '../intake/within.ts';
import { type Arrivals, readArrivals } from '../store/arrivals.ts';
import { whenWaiting } from '../store/second/waiting.ts';

/** Milliseconds that each store has to say what waits. */
const PATIENCE = 2000;

/**
 * What has come and nobody has looked at, in both stores: the number of the newest in D1 (0 where only R2 has any), and when
 * the oldest came. Null when nothing waits; `unknown` when a store that may hold something says nothing.
 */
export async function whatWaits({ DB, SECOND }: Stores): Promise<Arrivals | null | 'unknown'> {
  const [first, second] = await Promise.all([
    within(readArrivals(DB), PATIENCE),
    within(whenWaiting(SECOND), PATIENCE),
  ]);
  if (first.kind === 'done' && first.value) return first.value;
  if (second.kind === 'done' && second.value !== null) return { newest: 0, oldest: second.value };
  return first.kind === 'done' && second.kind === 'done' ? null : 'unknown';
}
