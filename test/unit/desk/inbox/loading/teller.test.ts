import { describe, expect, it } from 'vitest';
import { createTeller } from '../../../../../src/desk/inbox/loading/teller.ts';

/** A teller at a clock that is set by hand, and all that it told. */
function atClock() {
  let time = 0;
  const told: string[][] = [];
  const teller = createTeller(
    (arrived) => told.push([...arrived]),
    () => time,
  );
  return { teller, told, to: (ms: number) => (time = ms) };
}

describe('how a list that comes in by and by is told', () => {
  it('tells the first that comes at once, and what follows once a second', () => {
    const { teller, told, to } = atClock();
    teller.soon(['a']);
    to(400);
    teller.soon(['b']);
    to(999);
    teller.soon(['c']);
    expect(told).toEqual([['a']]);
    to(1000);
    teller.soon(['d']);
    expect(told).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('keeps nothing back for longer than until the next telling, or the end', () => {
    const { teller, told } = atClock();
    teller.soon([]);
    teller.soon(['b']);
    teller.now();
    expect(told).toEqual([[], ['b']]);
    teller.soon(['c']);
    teller.rest();
    teller.rest();
    expect(told).toEqual([[], ['b'], ['c']]);
  });

  it('is not held up by a clock that jumps', () => {
    const { teller, told, to } = atClock();
    to(5_000_000);
    teller.soon(['a']);
    to(0);
    teller.soon(['b']);
    expect(told).toEqual([['a'], ['b']]);
  });
});
