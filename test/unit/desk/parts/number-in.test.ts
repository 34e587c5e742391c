import { expect, it } from 'vitest';
import { numberIn } from '../../../../src/desk/parts/number-in.ts';

it('reads a whole number within its bounds, and nothing else', () => {
  expect([' 14 ', '365', '014'].map((typed) => numberIn(typed, 14, 365))).toEqual([14, 365, 14]);
  const others = ['', '13', '366', '0014', '1e2', '14.5', '-14', '+14', '١٤', '1 4'];
  expect(others.filter((typed) => numberIn(typed, 14, 365) !== null)).toEqual([]);
});
