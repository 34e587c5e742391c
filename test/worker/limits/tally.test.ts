import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allowancesOf, type Counted } from '../../../functions/limits/allowances.ts';
import { createTally } from '../../../functions/limits/tally.ts';

const minute = [{ seconds: 60, requests: 3, bytes: 100 }];

it('is full by requests, by bytes, and by whichever window is fullest', () => {
  const tally = createTally();
  expect(tally.count('a', minute, 0, 0)).toBeCloseTo(1 / 3);
  expect(tally.count('a', minute, 99, 1)).toBeCloseTo(0.99);
  expect(tally.count('a', minute, 2, 2)).toBeCloseTo(1.01);
  expect(tally.count('b', [...minute, { seconds: 3600, requests: 1, bytes: 1000 }], 0, 2)).toBe(1);
});

it('begins anew when its window has ended, and not before', () => {
  const tally = createTally();
  for (const at of [0, 1, 2]) tally.count('a', minute, 0, at);
  expect(tally.count('a', minute, 0, 59)).toBeGreaterThan(1);
  expect(tally.count('a', minute, 0, 60)).toBeCloseTo(1 / 3);
});

it('keeps keys apart', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }), (keys) => {
      const tally = createTally();
      const counts = keys.map((key) => {
        tally.count(key, minute, 0, 0);
        return tally.countedIn(key, 60, 0);
      });
      keys.forEach((key, index) => {
        expect(counts[index]).toBe(keys.slice(0, index + 1).filter((other) => other === key).length);
      });
    }),
  );
});

it('forgets the oldest key when it holds too many, and no other', () => {
  const tally = createTally(2);
  for (const key of ['a', 'b', 'c']) tally.count(key, minute, 0, 0);
  expect(['a', 'b', 'c'].map((key) => tally.countedIn(key, 60, 1))).toEqual([0, 1, 1]);
});

it('tells how many were counted in a window, and of one that has ended none', () => {
  const tally = createTally();
  for (const at of [0, 1]) tally.count('a', minute, 0, at);
  expect([tally.countedIn('a', 60, 59), tally.countedIn('a', 60, 60), tally.countedIn('a', 3600, 1)]).toEqual(
    [2, 0, 0],
  );
});

it('lets an hour of the largest referrals in, and a network of 65,536 households no more than four', () => {
  const day = (width: 32 | 48) => allowancesOf('referral', width).find(({ seconds }) => seconds === 86_400);
  expect(day(48)?.bytes).toBe(4 * (day(32)?.bytes ?? 0));
  const kinds: Counted[] = ['referral', 'mailbox', 'sign-in'];
  for (const counted of kinds) {
    expect(allowancesOf(counted, 64)).toEqual(allowancesOf(counted, 32));
    for (const { requests } of allowancesOf(counted, 32)) expect(requests).toBeGreaterThanOrEqual(30);
  }
});

it('takes back what was counted, within its window and never below nought', () => {
  const tally = createTally();
  const hour = [{ seconds: 3600, requests: 10, bytes: 1000 }];
  for (let count = 0; count < 3; count++) tally.count('a', hour, 0, 1000);
  tally.uncount('a', 3600, 1001);
  expect(tally.countedIn('a', 3600, 1001)).toBe(2);
  tally.uncount('a', 3600, 1000 + 3600);
  expect(tally.countedIn('a', 3600, 1001)).toBe(2);
  for (let count = 0; count < 5; count++) tally.uncount('a', 3600, 1001);
  expect(tally.countedIn('a', 3600, 1001)).toBe(0);
});
