import { describe, expect, it } from 'vitest';
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

describe('what is stored while the bell is being told', () => {
  it('is told together afterwards, and none of it is lost', async () => {
    const { told, hung, next } = slowBell();
    const first = tellArrived(hung);
    await Promise.all([tellArrived(hung), tellArrived(hung), tellArrived(hung)]);
    expect(told).toEqual([1]);
    next()?.answer();
    await expect.poll(() => told).toEqual([1, 3]);
    next()?.answer();
    await first;
    const later = tellArrived(hung);
    expect(told).toEqual([1, 3, 1]);
    next()?.answer();
    await later;
  });

  it('is told also where the bell failed before', async () => {
    const { told, hung, next } = slowBell();
    const first = tellArrived(hung);
    await tellArrived(hung);
    next()?.fail();
    await expect.poll(() => told).toEqual([1, 1]);
    next()?.answer();
    await first;
  });
});
