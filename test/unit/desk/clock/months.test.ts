import { expect, it } from 'vitest';
import { laterMonth, monthClosedAt } from '../../../../src/desk/clock/months.ts';

const at = (time: string) => Date.parse(time) / 1000;

it('looks for what is closed now where the worker keeps it, also while it is another month in Brussels already', () => {
  expect(monthClosedAt(at('2026-12-01T00:30:00+01:00'))).toBe('2026-11');
  expect(monthClosedAt(at('2026-12-01T01:00:00+01:00'))).toBe('2026-12');
});

it('goes from month to month over the years', () => {
  expect(laterMonth('2026-12', 1)).toBe('2027-01');
  expect(laterMonth('2027-01', -1)).toBe('2026-12');
  expect(laterMonth('2026-01', -13)).toBe('2024-12');
  expect(laterMonth('2026-03', -1)).toBe('2026-02');
});
