import type { Referral } from '../protocol/referral.ts';
import { addWorkingDays } from './working-days.ts';

/** How soon somebody of the desk must look, most urgent first. */
export const URGENCIES = ['now', 'today', 'week', 'advice'] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * The urgency of a referral by its own answers. Someone in danger comes first; where nobody can tell, or where the
 * person is under 18, it is never later than today. Only a question for others in which nothing was said to happen
 * can wait as advice.
 */
export function urgencyOf(referral: Referral): Urgency {
  if (referral.danger === 'yes') return 'now';
  if (referral.danger === 'unsure' || referral.age === 'minor') return 'today';
  const saysNothing = referral.happening.length === 0 && !referral.story?.trim();
  const maybeMinor = referral.age === 'unsure';
  return referral.who !== 'me' && saysNothing && !maybeMinor ? 'advice' : 'week';
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
