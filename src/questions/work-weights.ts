import type { Weight } from './question.ts';

/**
 * What the answers of a professional weigh, by their questions (src/questions/work.ts): by the value that was chosen, or
 * where more than none were counted. Their number is always there, and weighs nothing.
 */
export const WORK_WEIGHTS = {
  danger: { yes: 'now', unsure: 'today' },
  when: { now: 'now', tonight: 'today', today: 'today' },
  bed: { yes: 'today' },
  minors: 'today',
  age: { minor: 'today' },
  left: { no: 'today' },
} as const satisfies Record<string, Weight | Readonly<Record<string, Weight>>>;
