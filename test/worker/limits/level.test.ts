import { expect, it } from 'vitest';
import { BUSY_AT, FLOOD_AT, levelOf, readThresholds } from '../../../functions/limits/level.ts';

const usual = readThresholds(undefined, undefined);

it.each([
  [0, 'calm'],
  [BUSY_AT - 1, 'calm'],
  [BUSY_AT, 'busy'],
  [FLOOD_AT - 1, 'busy'],
  [FLOOD_AT, 'flood'],
] as const)('finds %i small threads that nobody has looked at %s', (threads, level) => {
  expect(levelOf({ threads, bytes: threads * 1081 }, usual)).toBe(level);
});

it('counts large ones by their bytes', () => {
  expect(levelOf({ threads: 110, bytes: 110 * 16_441 }, usual)).toBe('busy');
  expect(levelOf({ threads: 1100, bytes: 1100 * 16_441 }, usual)).toBe('flood');
});

it.each([undefined, '', 'many', '0', '-3'])(
  'takes the usual thresholds where the variable says %j',
  (text) => {
    expect(readThresholds(text, text)).toEqual({ busy: BUSY_AT, flood: FLOOD_AT });
  },
);

it('takes those that are set', () => {
  expect(readThresholds('5', '50')).toEqual({ busy: 5, flood: 50 });
});
