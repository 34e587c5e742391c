import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendThroughKills } from '../../faults/kills.ts';
import { type FaultyHouse, faultyHouse } from '../../faults/served.ts';

let house: FaultyHouse;
beforeAll(async () => {
  house = await faultyHouse();
  await house.serve();
});
afterAll(() => house.end());

it('keeps what it acknowledged, once, though its server is killed while it works', async () => {
  const { kills } = await sendThroughKills(house, 60);
  expect(kills).toBeGreaterThan(0);
});
