import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type IdleStep, watchIdle } from '../../../src/reporter/leaving/idle.ts';

const MINUTE = 60_000;

let page: EventTarget & { hidden: boolean };
let browser: EventTarget;
let clocks: { monotonic: number; clock: number };

/** Lets so many ms pass by both clocks, with a look every five seconds, as the timer of a page does. */
function pass(time: number): void {
  for (let left = time; left > 0; left -= 5000) {
    clocks.monotonic += Math.min(left, 5000);
    clocks.clock += Math.min(left, 5000);
    vi.advanceTimersByTime(5000);
  }
}

const sign = () => browser.dispatchEvent(new Event('keydown'));

/** Watches as form and mailbox do, and gives what was done, in turn. */
function watch() {
  const done: string[] = [];
  const left = new AbortController();
  const step = (after: number, by: IdleStep['by'], what: string): IdleStep => ({
    after: after * MINUTE,
    by,
    act: () => done.push(what),
  });
  watchIdle(
    [step(5, 'possible', 'cover'), step(28, 'sure', 'warn'), step(30, 'sure', 'empty')],
    left.signal,
    () => done.push('back'),
    { monotonic: () => clocks.monotonic, clock: () => clocks.clock, hidden: () => page.hidden },
  );
  return { done, left };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  clocks = { monotonic: 0, clock: 1_800_000_000_000 };
  page = Object.assign(new EventTarget(), { hidden: false });
  browser = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('watching for idleness', () => {
  it('covers, warns and empties in their time', () => {
    const { done } = watch();
    pass(4.9 * MINUTE);
    expect(done).toEqual([]);
    pass(0.2 * MINUTE);
    expect(done).toEqual(['cover']);
    pass(23 * MINUTE);
    expect(done).toEqual(['cover', 'warn']);
    pass(2 * MINUTE);
    expect(done).toEqual(['cover', 'warn', 'empty']);
  });

  it('begins anew with every sign of somebody', () => {
    const { done } = watch();
    pass(6 * MINUTE);
    sign();
    pass(4 * MINUTE);
    sign();
    pass(4 * MINUTE);
    expect(done).toEqual(['cover', 'back']);
  });

  it.each([1, 24, 24 * 365])('empties nothing when the clock is set %i hours forward', (hours) => {
    const { done } = watch();
    pass(MINUTE);
    clocks.clock += hours * 60 * MINUTE;
    sign();
    pass(MINUTE);
    expect(done).not.toContain('warn');
    expect(done).not.toContain('empty');
  });

  it.each([1, 24])('covers and empties in time when the clock is set %i hours back', (hours) => {
    const { done } = watch();
    pass(MINUTE);
    clocks.clock -= hours * 60 * MINUTE;
    pass(5 * MINUTE);
    expect(done).toEqual(['cover']);
    pass(25 * MINUTE);
    expect(done).toEqual(['cover', 'warn', 'empty']);
  });

  it('empties a page that lay hidden for an hour, also where the steady clock stood still', () => {
    const { done } = watch();
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    clocks.clock += 60 * MINUTE;
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    expect(done).toEqual(['cover', 'warn', 'empty']);
  });

  it('takes what comes after the limit for no sign of the one who left', () => {
    const { done } = watch();
    clocks.monotonic += 31 * MINUTE;
    clocks.clock += 31 * MINUTE;
    sign();
    expect(done.slice(0, 3)).toEqual(['cover', 'warn', 'empty']);
  });

  it('stops when the page is left', () => {
    const { done, left } = watch();
    left.abort();
    pass(31 * MINUTE);
    expect(done).toEqual([]);
  });
});
