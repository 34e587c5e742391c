import type { FirstItem } from '../../protocol/items/item.ts';
import type { Answered, Questions, Weight } from '../../questions/question.ts';
import { REFERRAL_QUESTIONS } from '../../questions/referral.ts';
import { WORK_WEIGHTS } from '../../questions/work-weights.ts';
import { addWorkingDays } from '../clock/working-days.ts';
import { keptFor } from '../kept/kept.ts';

/** How soon somebody of the desk must look, most urgent first. */
export const URGENCIES = ['now', 'today', 'week', 'advice'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What the answers to a question weigh: by what is chosen, or where anything is answered. */
type Weights = Weight | Readonly<Partial<Record<string, Weight>>>;

/** The same of who writes for themselves or for somebody whom they know, as the rows have it. */
const REFERRAL_WEIGHTS: Readonly<Record<string, Weights>> = Object.fromEntries(
  Object.entries<Questions[string]>(REFERRAL_QUESTIONS).flatMap(([field, row]) =>
    'weight' in row && row.weight ? [[field, row.weight]] : [],
  ),
);

/**
 * The urgency of a thread by what began it. A request for copies or a training can always wait as advice. A referral
 * has its urgency by its own answers, each as the table of the page says that it came from:
 * - what a single answer weighs stands in its row (src/questions): danger, or an answer that is needed now;
 *   never later than `today`, where nobody can tell about danger, the person is under 18 or there is a number to call. Of
 *   a professional, whose number is always there, a bed for tonight weighs as much, and who has not left the exploiter;
 * - what somebody writes for another person and does not say how long it can wait is never later than `today`: it may be
 *   a bed for tonight;
 * - only a question for others in which nothing was said to happen, or for which a professional wants no more, can wait
 *   as `advice`.
 */
export const urgencyOf = keptFor((item: FirstItem): Urgency => {
  if (item.kind === 'request') return 'advice';
  const { who, age } = item;
  const when = who === 'me' ? undefined : item.when;
  const answers: Answered = { ...item, ...item.answer, ...item.work, when };
  const weights = Object.entries(item.work ? WORK_WEIGHTS : REFERRAL_WEIGHTS).map(([field, weight]) =>
    weighed(weight, answers[field]),
  );
  if (weights.includes('now')) return 'now';
  if (weights.includes('today')) return 'today';
  if (who === 'me') return 'week';
  const saysNothing = item.work ? when === 'advice' : item.happening.length === 0 && !item.story?.trim();
  if (!saysNothing && when === undefined) return 'today';
  return saysNothing && age !== 'unsure' && when !== 'week' ? 'advice' : 'week';
});

/** Whether somebody is in danger now, by the answer to just that question. */
export function inDanger(item: FirstItem): boolean {
  return item.kind === 'referral' && item.danger === 'yes';
}

function weighed(weight: Weights, answer: unknown): Weight | undefined {
  if (typeof answer === 'number') return answer > 0 && typeof weight === 'string' ? weight : undefined;
  if (typeof answer !== 'string' || answer.trim() === '') return undefined;
  return typeof weight === 'string' ? weight : weight[answer];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** When a thread must be taken at the latest: 15 minutes, 1 hour, 24 hours or 3 working days. Unix seconds. */
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
