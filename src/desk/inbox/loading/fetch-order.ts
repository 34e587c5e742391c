import type { ThreadRow } from '../../../protocol/wire/api/threads.ts';

/** What an envelope of so many bytes takes in the worker's answer: base64url, with its id around it. */
const inAnswer = (bytes: number) => Math.ceil((bytes * 4) / 3) + 64;

/** Chooses of all rows whose envelopes are wanted those to ask for now: as many as `budget` bytes of answer allow, one at least. */
export type FetchOrder = (wanted: readonly ThreadRow[], budget: number) => string[];

/** Envelopes of one size that were chosen so far: their bytes, and whether the next is the oldest of those that wait. */
type Served = { bytes: number; oldest: boolean };

/**
 * Makes the order in which envelopes are fetched, so that no flood holds up what it hides: what nobody has goes first;
 * each size gets the same number of bytes, and so many more of the small than of the large; of one size the newest and the
 * oldest go in turn. Whoever sends much, of whatever size, before or after, delays other sizes by little.
 */
export function fetchOrder(): FetchOrder {
  const served = new Map<number, Served>();
  const servedOf = (size: number): Served => {
    const one = served.get(size) ?? { bytes: 0, oldest: false };
    served.set(size, one);
    return one;
  };

  return (wanted, budget) => {
    const unowned = wanted.filter(({ takenBy }) => takenBy === undefined);
    const sizes = bySize(unowned.length > 0 ? unowned : wanted);
    const chosen: string[] = [];
    for (let left = budget; ; ) {
      const waiting = [...sizes].filter(([, rows]) => rows.length > 0);
      const [next] = waiting.sort(([a], [b]) => servedOf(a).bytes - servedOf(b).bytes || a - b);
      if (!next) return chosen;
      const [size, rows] = next;
      left -= inAnswer(size);
      if (left < 0 && chosen.length > 0) return chosen;
      const turn = servedOf(size);
      const row = turn.oldest ? rows.shift() : rows.pop();
      if (row) chosen.push(row.id);
      turn.bytes += size;
      turn.oldest = !turn.oldest;
    }
  };
}

/** The rows of each size, oldest first. */
function bySize(rows: readonly ThreadRow[]): Map<number, ThreadRow[]> {
  const sizes = new Map<number, ThreadRow[]>();
  for (const row of rows) {
    const same = sizes.get(row.bytes);
    if (same) same.push(row);
    else sizes.set(row.bytes, [row]);
  }
  for (const all of sizes.values()) all.sort((a, b) => a.receivedAt - b.receivedAt);
  return sizes;
}
