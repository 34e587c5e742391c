import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendThroughKills } from '../faults/kills.ts';
import { type FaultyHouse, faultyHouse } from '../faults/served.ts';
import { FAULT_TABLE, sendUnder } from '../faults/table.ts';

let house: FaultyHouse;
beforeAll(async () => {
  house = await faultyHouse();
  await house.serve();
});
afterAll(() => house.end());

it.each(FAULT_TABLE)('D1 %s, R2 %s: 200 sends', async (...row) => {
  const longest = await sendUnder(house, row, 200, 16);
  console.log(`D1 ${row[0]}, R2 ${row[1]}: the last of 200 was answered after ${Math.round(longest)} ms`);
});

it('500 sends while the server is killed at random moments', async () => {
  const { kills, repeated } = await sendThroughKills(house, 500);
  console.log(`killed ${kills} times; ${repeated} of 500 had been stored before they were acknowledged`);
  expect(kills).toBeGreaterThan(10);
});
