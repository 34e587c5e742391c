import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hung } from '../../../functions/bell/ask-bell.ts';
import { tellArrived } from '../../../functions/bell/tell-arrived.ts';

/** A bell that answers a call when it is let. */
function slowBell() {
  const told: number[] = [];
  const calls: { answer: () => void; fail: () => void }[] = [];
  const arrived = (count: number) => {
    told.push(count);
    return new Promise<void>((resolve, reject) => {
      calls.push({ answer: resolve, fail: () => reject(new Error('The bell is gone')) });
    });
  };
  const hung = { BELL: { getByName: () => ({ arrived }) } } as unknown as Hung;
  return { told, hung, next: () => calls.shift() };
}

describe('what is stored while the bell is being told, or just after', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  /** Lets time (ms) go by, and what waits for nothing else go on. */
  const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

  it('is told together afterwards, and none of it is lost', async () => {
    const { told, hung, next } = slowBell();
    const first = tellArrived(hung);
    await Promise.all([tellArrived(hung), tellArrived(hung), tellArrived(hung)]);
    expect(told).toEqual([1]);
    next()?.answer();
    await pass(200);
    await tellArrived(hung);
    expect(told).toEqual([1]);
    await pass(100);
    expect(told).toEqual([1, 4]);
    next()?.answer();
    await pass(300);
    await first;
    void tellArrived(hung);
    expect(told).toEqual([1, 4, 1]);
    next()?.answer();
    await pass(300);
  });

  it('is told also where the bell failed before', async () => {
    const { told, hung, next } = slowBell();
    const first = tellArrived(hung);
    await tellArrived(hung);
    next()?.fail();
    await pass(300);
    expect(told).toEqual([1, 1]);
    next()?.answer();
    await pass(300);
    await first;
  });

  it('is told by the next where a request was stopped that was telling it', async () => {
    const { told, hung } = slowBell();
    void tellArrived(hung);
    await tellArrived(hung);
    await pass(5001);
    void tellArrived(hung);
    expect(told).toEqual([1, 2]);
    await pass(10_000);
  });
});
