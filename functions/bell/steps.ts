/** Whom a step of the ladder rings, and by which channels. `coordinator` is rung by mail, whoever is a member. */
export type Step = {
  whom: 'first' | 'backup' | 'everyone';
  by: readonly ('push' | 'call')[];
  coordinator: boolean;
};

/**
 * The ladder, from what is comfortable to everybody. The last step comes again until somebody looks. The webhook is rung with
 * each step, whoever is on duty.
 */
export const STEPS: readonly Step[] = [
  { whom: 'first', by: ['push'], coordinator: false },
  { whom: 'first', by: ['push'], coordinator: false },
  { whom: 'first', by: ['call'], coordinator: false },
  { whom: 'backup', by: ['push', 'call'], coordinator: false },
  { whom: 'everyone', by: ['push', 'call'], coordinator: false },
  { whom: 'everyone', by: ['push', 'call'], coordinator: true },
];

/** The step that comes again. */
export const LAST = STEPS.length - 1;

/** The times of a ladder in seconds: when each step comes after the first, and how often the last comes again. */
export type Times = { after: readonly number[]; again: number };

/** After 2, 4, 7, 12 and 20 minutes; then every 10. */
const USUAL: Times = { after: [0, 120, 240, 420, 720, 1200], again: 600 };

/** The shortest and longest time between two steps, in seconds: shorter is noise, longer lets a person wait for nothing. */
const BETWEEN = { least: 15, most: 1800 } as const;

/**
 * Reads the times from `BELL_LADDER`: for each step but the first the seconds after the first, and how often the last
 * comes again, with commas between, such as `120,240,420,720,1200,600`. What is no such list, or out of bounds, is as if
 * it were not set: a slip of the pen must not silence the bell.
 */
export function readTimes(text: string | undefined): Times {
  const numbers = (text ?? '').split(',').map((part) => (/^ *\d{1,5} *$/.test(part) ? Number(part) : NaN));
  const again = numbers.pop() ?? NaN;
  const after = [0, ...numbers];
  const between = [...after.slice(1).map((time, at) => time - (after[at] ?? NaN)), again];
  const whole = after.length === STEPS.length;
  const bounded = between.every((time) => time >= BETWEEN.least && time <= BETWEEN.most);
  return whole && bounded ? { after, again } : USUAL;
}

/** Seconds after a ladder began at which a step comes; beyond the last, each time that it comes again. */
export function stepTime({ after, again }: Times, step: number): number {
  return (after[Math.min(step, LAST)] ?? 0) + Math.max(0, step - LAST) * again;
}

/**
 * The steps that come after more than `from` and at most `to` seconds, by their numbers: what whoever looks only now and then
 * has to ring. The numbers go on beyond the last for each time that it comes again.
 */
export function stepsBetween(times: Times, from: number, to: number): number[] {
  const steps: number[] = [];
  for (let step = 0; stepTime(times, step) <= to; step++) {
    if (stepTime(times, step) > from) steps.push(step);
  }
  return steps;
}
