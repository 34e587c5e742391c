import type { FirstItem } from '../protocol/item.ts';
import { addWorkingDays } from './working-days.ts';

/** How soon somebody of the desk must look, most urgent first. */
export const URGENCIES = ['now', 'today', 'week', 'advice'] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * The urgency of a thread by what began it. A request for copies or a training can always wait as advice. A referral
 * has its urgency by its own answers. Someone in danger comes first; where nobody can tell, or where the
 * person is under 18, it is never later than today. Only a question for others in which nothing was said to happen
 * can wait as advice.
 */
export function urgencyOf(item: FirstItem): Urgency {
  if (item.kind === 'request') return 'advice';
  if (item.danger === 'yes') return 'now';
  if (item.danger === 'unsure' || item.age === 'minor') return 'today';
  const saysNothing = item.happening.length === 0 && !item.story?.trim();
  const maybeMinor = item.age === 'unsure';
  return item.who !== 'me' && saysNothing && !maybeMinor ? 'advice' : 'week';
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** When a referral must be acknowledged at the latest: 15 minutes, 1 hour, 24 hours or 3 working days. Unix seconds. */
export function dueAt(urgency: Urgency, receivedAt: number): number {
  switch (urgency) {
    case 'now':
      return receivedAt + 15 * MINUTE;
    case 'today':
      return receivedAt + HOUR;
    case 'week':
      return receivedAt + 24 * HOUR;
    case 'advice':
      return addWorkingDays(receivedAt, 3);
  }
}
