import { afterAll, beforeAll, expect, it } from 'vitest';
import { fuzz } from '../../faults/fuzz.ts';
import { type FaultyHouse, faultyHouse } from '../../faults/served.ts';

let house: FaultyHouse;
beforeAll(async () => {
  house = await faultyHouse();
  await house.serve();
});
afterAll(() => house.end());

it('answers hundreds of senseless requests with no fault, no row, no stack and no line in a log', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`Fuzzing with the seed ${seed}`);
  const statuses = await fuzz(house, 600, seed);
  expect([...statuses.keys()]).toContain(400);
});
