import { afterAll, beforeAll, it } from 'vitest';
import { report } from '../../tools/bench/figures.ts';
import { fuzz } from '../faults/fuzz.ts';
import { type FaultyHouse, faultyHouse } from '../faults/served.ts';

let house: FaultyHouse;
beforeAll(async () => {
  house = await faultyHouse();
  await house.serve();
});
afterAll(() => house.end());

it('10,000 senseless requests: no fault, no row, no stack, no line in a log', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`Fuzzing with the seed ${seed}`);
  const statuses = await fuzz(house, 10_000, seed);
  const ours = [...statuses].map(([status, count]) => `${status}: ${count}`).join(', ');
  report({ what: '10,000 senseless requests were answered', ours });
});
