import { expect, test } from 'vitest';
import { startIdleClock } from '../../../src/browser/idle-clock.ts';

const HOUR = 3_600_000;

function clockInHands() {
  const at = { monotonic: 0, clock: 1_000_000_000, hidden: false };
  const idle = startIdleClock({
    monotonic: () => at.monotonic,
    clock: () => at.clock,
    hidden: () => at.hidden,
  });
  const pass = (steady: number, clock = steady) => {
    at.monotonic += steady;
    at.clock += clock;
    return idle.read();
  };
  return { at, idle, pass };
}

test('time that passes counts, a sign begins anew', () => {
  const { idle, pass } = clockInHands();
  pass(5000);
  expect(pass(5000)).toEqual({ sure: 10_000, possible: 10_000 });
  idle.sign();
  expect(pass(5000)).toEqual({ sure: 5000, possible: 5000 });
});

test('a clock that is put forward while somebody looks on is possible, never sure', () => {
  const { pass } = clockInHands();
  expect(pass(5000, HOUR)).toEqual({ sure: 5000, possible: HOUR });
});

test('a clock that is put back stops nothing', () => {
  const { pass } = clockInHands();
  pass(5000, -24 * HOUR);
  expect(pass(5000)).toEqual({ sure: 10_000, possible: 10_000 });
});

test('while hidden, a device that slept counts by its clock', () => {
  const { at, idle, pass } = clockInHands();
  at.hidden = true;
  idle.read();
  at.hidden = false;
  expect(pass(1000, HOUR)).toEqual({ sure: HOUR, possible: HOUR });
});

test('a frozen page counts by whichever clock says more', () => {
  const { pass } = clockInHands();
  expect(pass(60_000, HOUR)).toEqual({ sure: HOUR, possible: HOUR });
});
