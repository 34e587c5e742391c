import { partOfDay, safeParts } from '../../handoff/safe-times.ts';
import type { SafeAnswer } from '../../protocol/items/kinds/referral.ts';
import { brusselsTime } from '../clock/brussels-time.ts';

const HOUR = 3600;
/** Seconds that lie between two calls at least. */
const APART = HOUR / 2;

/**
 * When to call again after `now` (Unix seconds), by what the person said: the next full hour on the clock in Brussels that
 * lies in a part of the day that they named. Null where no call was wanted, or no time was named.
 */
export function nextSafeHour(answer: SafeAnswer, now: number): number | null {
  if (answer.way !== 'call' && answer.way !== 'call-trusted') return null;
  const parts = safeParts(answer);
  if (parts === 'unsaid') return null;
  const isSafe = (at: number) => parts === 'any' || parts.includes(partOfDay(brusselsTime(at).hour));
  const first = Math.ceil((now + APART) / HOUR) * HOUR;
  const hours = Array.from({ length: 25 }, (_, later) => first + later * HOUR);
  return hours.find(isSafe) ?? null;
}
