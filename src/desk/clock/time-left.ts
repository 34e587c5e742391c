import type { Text } from '../words/text.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its largest fitting unit, rounded down: `4 min`, `21 h`, `3 days`. Takes seconds. */
export function duration(seconds: number, text: Text): string {
  if (seconds < MINUTE) return text('time.moment');
  if (seconds < 2 * HOUR) return text('time.minutes', { count: Math.floor(seconds / MINUTE) });
  if (seconds < 2 * DAY) return text('time.hours', { count: Math.floor(seconds / HOUR) });
  return text('time.days', { count: Math.floor(seconds / DAY) });
}

/** What changes whenever `timeLeft` says something else, and takes less than saying it. Unix seconds. */
export function timeStep(due: number, now: number): string {
  const apart = Math.abs(due - now);
  const step = apart < 2 * HOUR ? `m${Math.floor(apart / MINUTE)}` : `h${Math.floor(apart / HOUR)}`;
  return now < due ? step : `-${step}`;
}

/** How long until something is due, or since it was, in words: `11 min left`, `overdue 4 min`. Unix seconds. */
export function timeLeft(due: number, now: number, text: Text): string {
  return now < due
    ? text('time.left', { time: duration(due - now, text) })
    : text('time.overdue', { time: duration(now - due, text) });
}
