import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brusselsTime } from '../../../../src/desk/clock/brussels-time.ts';
import { contactGuard } from '../../../../src/desk/contact/contact-guard.ts';
import { nextSafeHour } from '../../../../src/desk/contact/next-safe-hour.ts';
import type { SafeAnswer } from '../../../../src/protocol/items/kinds/referral.ts';

type Times = NonNullable<SafeAnswer['times']>;
const answer = (times: Times): SafeAnswer => ({ way: 'call', number: '0488 12 34 56', times });
/** In Brussels, in winter: an hour ahead of UTC. */
const at = (clock: string) => Date.parse(`2026-11-26T${clock}:00+01:00`) / 1000;

it.each<[Times, string, string]>([
  [['evening'], '14:10', '18:00'],
  [['evening'], '18:05', '19:00'],
  [['evening'], '18:40', '20:00'],
  [['morning', 'evening'], '12:00', '18:00'],
  [['any'], '03:15', '04:00'],
  [['night'], '22:10', '23:00'],
])('%j at %s is next safe at %s', (times, now, next) => {
  expect(nextSafeHour(answer(times), at(now))).toBe(at(next));
});

it('is tomorrow where today is over', () => {
  expect(nextSafeHour(answer(['evening']), at('22:40'))).toBe(at('18:00') + 86_400);
});

it('is none where no call was wanted, or no time was named', () => {
  for (const way of ['mailbox', 'will-call', 'unsure'] as const) {
    expect(nextSafeHour({ way, number: '0488 12 34 56' }, at('12:00'))).toBeNull();
  }
  expect(nextSafeHour(answer([]), at('12:00'))).toBeNull();
});

it('is always an hour at which the guard is open, half an hour away at least, also where summer time begins or ends', () => {
  const parts = fc.uniqueArray(fc.constantFrom<Times[number]>('morning', 'afternoon', 'evening', 'night'), {
    minLength: 1,
  });
  // From 2026 to 2028.
  const moments = fc.integer({ min: 1_767_222_000, max: 1_830_294_000 });
  fc.assert(
    fc.property(parts, moments, (times, now) => {
      const next = nextSafeHour(answer(times), now) ?? 0;
      expect(next - now).toBeGreaterThanOrEqual(1800);
      expect(next - now).toBeLessThanOrEqual(26 * 3600);
      const { hour, minute, second } = brusselsTime(next);
      expect([minute, second]).toEqual([0, 0]);
      expect(contactGuard(answer(times), hour)).toEqual({ open: true });
    }),
  );
});
