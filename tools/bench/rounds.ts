import { inLanes } from './in-lanes.ts';

/**
 * What rounds in turn gave for ours and for the bare thing that does no more than it must: the median of each, in things
 * a second; the median of the rounds' ratios, ours to bare; and how far these lie apart, as a part of that median.
 */
export type Compared = { ours: number; bare: number; ratio: number; spread: number };

/** Gives how many things a second were done. */
export type Round = () => Promise<number>;

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Measures two ways of doing a thing, round by round in turn, so that whatever else the computer does meets both; who
 * begins changes from round to round. A first round of each is not counted.
 */
export async function compare(rounds: number, ours: Round, bare: Round): Promise<Compared> {
  await ours();
  await bare();
  const pairs: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await ours() : await bare();
    const second = round % 2 === 0 ? await bare() : await ours();
    pairs.push(round % 2 === 0 ? { ours: first, bare: second } : { ours: second, bare: first });
  }
  const ratios = pairs.map((pair) => pair.ours / pair.bare);
  const ratio = median(ratios);
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    bare: median(pairs.map((pair) => pair.bare)),
    ratio,
    spread: (Math.max(...ratios) - Math.min(...ratios)) / ratio,
  };
}

/** Does something with each of many, so many at once. Gives how many a second were done. */
export async function perSecond<Each>(
  all: readonly Each[],
  atOnce: number,
  act: (each: Each) => Promise<void>,
): Promise<number> {
  const start = performance.now();
  await inLanes(all, atOnce, act);
  return all.length / ((performance.now() - start) / 1000);
}
