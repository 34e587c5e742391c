import { partOfDay, safeParts } from '../../handoff/safe-times.ts';
import type { SafeAnswer } from '../../protocol/items/kinds/referral.ts';

/** Seconds by which the two clocks may differ. */
const CLOSE_ENOUGH = 5 * 60;

/**
 * Whether the number may be shown at once, or why not: the reporter wants answers in the mailbox alone, will call
 * themselves, was not sure, gave no safe time, it is another time of the day now, or nobody knows what time it is.
 */
export type ContactGuard =
  | { open: true }
  | { open: false; why: 'mailbox' | 'will-call' | 'unsure' | 'times-unsaid' | 'other-time' | 'clock' };

/**
 * Checks the contact rule of a referral against the hour (0 to 23) in Brussels by this device's clock: the worker could
 * lie about the time. `ahead`: seconds by which the worker's clock is ahead of the device's; where they differ one of
 * them is wrong, and a call at a wrong hour can put someone in danger.
 */
export function contactGuard(answer: SafeAnswer, hour: number, ahead = 0): ContactGuard {
  if (answer.way !== 'call' && answer.way !== 'call-trusted') return { open: false, why: answer.way };
  const parts = safeParts(answer);
  if (parts === 'unsaid') return { open: false, why: 'times-unsaid' };
  if (Math.abs(ahead) > CLOSE_ENOUGH) return { open: false, why: 'clock' };
  if (parts === 'any') return { open: true };
  return parts.includes(partOfDay(hour)) ? { open: true } : { open: false, why: 'other-time' };
}
