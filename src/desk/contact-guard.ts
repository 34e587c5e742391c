import type { SafeAnswer } from '../protocol/referral.ts';
import { partOfDay, safeParts } from './safe-times.ts';

/**
 * Whether the number may be shown at once, or why not: the reporter wants answers in the mailbox alone, will call
 * themselves, was not sure, gave no safe time, or it is another time of the day now.
 */
export type ContactGuard =
  | { open: true }
  | { open: false; why: 'mailbox' | 'will-call' | 'unsure' | 'times-unsaid' | 'other-time' };

/** Checks the contact rule of a referral against the hour (0 to 23) in Brussels. */
export function contactGuard(answer: SafeAnswer, hour: number): ContactGuard {
  if (answer.way !== 'call' && answer.way !== 'call-trusted') return { open: false, why: answer.way };
  const parts = safeParts(answer);
  if (parts === 'any') return { open: true };
  if (parts === 'unsaid') return { open: false, why: 'times-unsaid' };
  return parts.includes(partOfDay(hour)) ? { open: true } : { open: false, why: 'other-time' };
}
