const FIRST_PAUSE = 1000;

/**
 * How long to wait after so many failures, in milliseconds: up to a second, and twice as long each time, never over
 * `longest`. Half of it is random, so that many browsers don't come back in step.
 */
export function pauseAfter(failures: number, longest = Infinity): number {
  const full = Math.min(longest, FIRST_PAUSE * 2 ** failures);
  return full / 2 + (Math.random() * full) / 2;
}
