/** The events by which a person shows that they are still there. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart'];

/** What to do after how many milliseconds without a sign of anybody. Each is done once until the next sign. */
export type IdleStep = { after: number; act: () => void };

/**
 * Watches for idleness until the signal aborts; `onBack` runs when somebody is there again after a step. Time is measured by the clock, since browsers slow the timers of
 * hidden pages down: a page that was away for an hour has been idle for an hour when it comes back.
 */
export function watchIdle(
  steps: readonly IdleStep[],
  signal: AbortSignal,
  onBack: () => void = () => {},
): void {
  let last = Date.now();
  let done = 0;
  const look = () => {
    const idle = Date.now() - last;
    for (let step = steps[done]; step && idle >= step.after; step = steps[done]) {
      done += 1;
      step.act();
    }
  };
  const sign = () => {
    look();
    if (signal.aborted) return;
    last = Date.now();
    if (done > 0) onBack();
    done = 0;
  };
  for (const type of SIGNS) addEventListener(type, sign, { capture: true, passive: true, signal });
  document.addEventListener('visibilitychange', look, { signal });
  const timer = setInterval(look, 5000);
  signal.addEventListener('abort', () => clearInterval(timer));
}
