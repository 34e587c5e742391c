import type { FirstItem } from '../../protocol/items/item.ts';
import { addBrusselsDays, nextAt } from '../clock/brussels-time.ts';
import { nextSafeHour } from '../contact/next-safe-hour.ts';

const HOUR = 3600;

/**
 * When somebody may go on with a case, soonest first: where the person said when a call is safe, at hours of these and no
 * other; else in an hour, this evening, tomorrow. Unix seconds.
 */
export function proposedTimes(item: FirstItem, now: number): number[] {
  const answer = item.kind === 'referral' ? item.answer : null;
  const safe = answer && nextSafeHour(answer, now);
  if (answer && safe !== null) {
    const later = nextSafeHour(answer, safe + 2 * HOUR);
    const times = [safe, later ?? safe, addBrusselsDays(safe, 1), addBrusselsDays(safe, 2)];
    return [...new Set(times)].sort((a, b) => a - b);
  }
  const soon = Math.ceil((now + HOUR) / 900) * 900;
  const times = [soon, nextAt(18, now), nextAt(9, now), addBrusselsDays(nextAt(9, now), 6)];
  return [...new Set(times)].sort((a, b) => a - b);
}
