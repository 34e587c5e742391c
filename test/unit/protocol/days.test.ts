import { expect, it } from 'vitest';
import { isApart, startOfDay } from '../../../src/protocol/items/fields.ts';

const NOON = Date.UTC(2026, 10, 18, 12) / 1000;
const HOUR = 3600;

it('says that something was written at another time than it came from two hours on, before or after', () => {
  expect([-2.1, -1.9, 0, 1.9, 2.1].map((hours) => isApart(NOON + hours * HOUR, NOON))).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});

it('says it of what has no hour any more only where the day is another', () => {
  const day = startOfDay(NOON);
  expect(day).toBe(Date.UTC(2026, 10, 18) / 1000);
  expect([-2.1, -1.9, 0, 12, 25.9, 26.1].map((hours) => isApart(day + hours * HOUR, day))).toEqual([
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
});
