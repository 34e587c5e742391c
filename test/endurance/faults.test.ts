import { afterAll, beforeAll, expect, it } from 'vitest';
import { report } from '../../tools/bench/figures.ts';
import { limitRow } from '../../tools/bench/table.ts';
import { sendThroughKills } from '../faults/kills.ts';
import { type FaultyHouse, faultyHouse } from '../faults/served.ts';
import { ANSWER, FAULT_TABLE, sendUnder } from '../faults/table.ts';

let house: FaultyHouse;
beforeAll(async () => {
  house = await faultyHouse();
  await house.serve();
});
afterAll(() => house.end());

it.each(FAULT_TABLE)('D1 %s, R2 %s: 200 sends', async (...row) => {
  const longest = await sendUnder(house, row, 200, 16);
  const what = `D1 ${row[0]}, R2 ${row[1]}: the last of 200 was answered after`;
  report(limitRow(what, Math.round(longest), ANSWER, 'ms'));
});

it('500 sends while the server is killed at random moments', async () => {
  const { kills, repeated } = await sendThroughKills(house, 500);
  const what = '500 sends, every acknowledged one a row: the server was killed';
  report({
    what,
    ours: `${kills} times`,
    theirs: `${repeated} had been stored before they were acknowledged`,
  });
  expect(kills).toBeGreaterThan(10);
});
