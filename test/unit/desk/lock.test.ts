import { describe, expect, it } from 'vitest';
import type { Clocks } from '../../../src/browser/idle-clock.ts';
import { IDLE_LIMIT, idleState, startDeskIdleClock } from '../../../src/desk/lock/idle.ts';
import { countShift, NO_PRESSES } from '../../../src/desk/lock/shift-presses.ts';

type Press = Parameters<typeof countShift>[1];
const key = (type: string, name: string, shiftKey = false): Press => ({
  type,
  key: name,
  shiftKey,
  altKey: false,
  ctrlKey: false,
});
const shift = [key('keydown', 'Shift', true), key('keyup', 'Shift')];
const count = (presses: Press[], gap = 100) =>
  presses.reduce((state, press, index) => countShift(state, press, 10_000 + index * gap), NO_PRESSES).count;

describe('Shift three times', () => {
  it('counts presses of Shift alone', () => expect(count([...shift, ...shift, ...shift])).toBe(3));

  it('does not count a capital, and starts anew after it', () => {
    const capital = [key('keydown', 'Shift', true), key('keydown', 'A', true), key('keyup', 'A', true)];
    expect(count([...shift, ...capital, key('keyup', 'Shift')])).toBe(0);
    expect(count([...shift, ...capital, key('keyup', 'Shift'), ...shift])).toBe(1);
  });

  it('starts anew after any other key, and when presses are far apart', () => {
    expect(count([...shift, ...shift, key('keydown', 'b'), ...shift])).toBe(1);
    expect(count([...shift, ...shift, ...shift], 4000)).toBe(1);
  });
});

describe('idling', () => {
  it('warns half a minute before it locks', () => {
    const limit = IDLE_LIMIT.coarse;
    expect(idleState(89_999, limit)).toBe('active');
    expect(idleState(90_000, limit)).toBe('warn');
    expect(idleState(120_000, limit)).toBe('lock');
  });
});

/** Clocks that a test moves: `pass` both, `set` the device's alone. */
function clocksAt(hidden = false) {
  const time = { steady: 0, device: 1_700_000_000_000, hidden };
  const clocks: Clocks = {
    monotonic: () => time.steady,
    clock: () => time.device,
    hidden: () => time.hidden,
  };
  return {
    clocks,
    time,
    pass: (ms: number) => {
      time.steady += ms;
      time.device += ms;
    },
    set: (ms: number) => {
      time.device += ms;
    },
  };
}

describe('the idle clock of the desk', () => {
  const limit = IDLE_LIMIT.fine;
  const HOUR = 3_600_000;

  it('locks by time that surely passed, seen or hidden, and being hidden alone locks nothing', () => {
    for (const hidden of [false, true]) {
      const { clocks, pass } = clocksAt(hidden);
      const clock = startDeskIdleClock(limit, clocks);
      pass(45_000);
      expect(clock.read()).toBe('active');
      pass(limit - 45_000 - 1);
      expect(clock.read()).toBe('warn');
      pass(1);
      expect(clock.read()).toBe('lock');
      clock.sign();
      expect(clock.read()).toBe('lock');
    }
  });

  it('locks on waking where the steady clock stood still while the page was hidden', () => {
    const { clocks, time, set } = clocksAt(true);
    const clock = startDeskIdleClock(limit, clocks);
    set(HOUR);
    time.hidden = false;
    expect(clock.read()).toBe('lock');
  });

  it('is in doubt about a clock that jumps, and takes no sign for an answer', () => {
    const { clocks, set } = clocksAt();
    const clock = startDeskIdleClock(limit, clocks);
    set(HOUR);
    expect(clock.read()).toBe('doubt');
    clock.sign();
    expect(clock.read()).toBe('doubt');
    expect(clock.jump()).toBe(HOUR);
  });

  it('goes on counting where it was once a jump is known to be a clock that was set', () => {
    const { clocks, pass, set } = clocksAt();
    const clock = startDeskIdleClock(limit, clocks);
    for (let time = 0; time < 100_000; time += 10_000) {
      pass(10_000);
      clock.read();
    }
    set(HOUR);
    clock.forgive();
    expect(clock.read()).toBe('active');
    expect(clock.jump()).toBe(0);
    for (let time = 100_000; time < limit - 30_000; time += 10_000) {
      pass(10_000);
      clock.read();
    }
    expect(clock.read()).toBe('warn');
    set(HOUR);
    expect(clock.read()).toBe('doubt');
  });

  it('is not put off by a clock that is set back', () => {
    const { clocks, pass, set } = clocksAt();
    const clock = startDeskIdleClock(limit, clocks);
    set(-24 * HOUR);
    clock.read();
    pass(limit);
    expect(clock.read()).toBe('lock');
  });
});
