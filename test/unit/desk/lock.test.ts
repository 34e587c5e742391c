import { describe, expect, it } from 'vitest';
import { IDLE_LIMIT, idleState } from '../../../src/desk/idle.ts';
import { countShift, NO_PRESSES } from '../../../src/desk/shift-presses.ts';

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
