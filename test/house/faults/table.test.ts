import { afterAll, beforeAll, it } from 'vitest';
import { type FaultyHouse, faultyHouse } from '../../faults/served.ts';
import { FAULT_TABLE, sendUnder } from '../../faults/table.ts';

let house: FaultyHouse;
beforeAll(async () => {
  house = await faultyHouse();
  await house.serve();
});
afterAll(() => house.end());

it.each(FAULT_TABLE)(
  'D1 %s, R2 %s: who sends has a receipt in time, or hears that there is none',
  async (...row) => {
    await sendUnder(house, row, 3, 3);
  },
);
