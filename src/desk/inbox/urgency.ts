import type { FirstItem } from '../../protocol/items/item.ts';
import { addWorkingDays } from '../clock/working-days.ts';

/** How soon somebody of the desk must look, most urgent first. */
export const URGENCIES = ['now', 'today', 'week', 'advice'] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * The urgency of a thread by what began it. A request for copies or a training can always wait as advice. A referral
 * has its urgency by its own answers:
 * - someone in danger, or who writes for another person needs an answer now: `now`;
 * - nobody can tell about danger, the person is under 18, there is a number to call, or the answer is needed today:
 *   never later than `today`. Neither is what somebody writes for another person and does not say how long it can
 *   wait: it may be a bed for tonight;
 * - only a question for others in which nothing was said to happen can wait as `advice`.
 */
export function urgencyOf(item: FirstItem): Urgency {
  if (item.kind === 'request') return 'advice';
  const { who, danger, age } = item;
  const when = who === 'me' ? undefined : item.when;
  if (danger === 'yes' || when === 'now') return 'now';
  const hasNumber = Boolean(item.answer.number?.trim());
  if (danger === 'unsure' || age === 'minor' || hasNumber || when === 'today') return 'today';
  if (who === 'me') return 'week';
  const saysNothing = item.happening.length === 0 && !item.story?.trim();
  if (!saysNothing && when === undefined) return 'today';
  return saysNothing && age !== 'unsure' && when !== 'week' ? 'advice' : 'week';
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
