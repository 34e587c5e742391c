import { type Clocks, type Idle, SIGNS, startIdleClock } from '../../browser/idle-clock.ts';

/** Milliseconds between two looks at the clocks. */
const LOOK = 5000;

/**
 * What to do after how many milliseconds without a sign of anybody; each is done once until the next sign. `by` says
 * which measure counts (src/browser/idle-clock.ts): `possible` may be a clock that was set, and is enough to cover what
 * can be shown again; only `sure` may warn, shut or empty.
 */
export type IdleStep = { after: number; by: keyof Idle; act: () => void };

/** Watches for idleness until the signal aborts; `onBack` runs when somebody is there again after a step. */
export function watchIdle(
  steps: readonly IdleStep[],
  signal: AbortSignal,
  onBack: () => void = () => {},
  clocks?: Clocks,
): void {
  const clock = startIdleClock(clocks);
  const done = new Set<IdleStep>();
  const look = () => {
    const idle = clock.read();
    for (const step of steps) {
      if (signal.aborted) return;
      if (done.has(step) || idle[step.by] < step.after) continue;
      done.add(step);
      step.act();
    }
  };
  const sign = () => {
    // What comes after the limit is no sign of the one who left.
    look();
    if (signal.aborted) return;
    clock.sign();
    if (done.size > 0) onBack();
    done.clear();
  };
  for (const type of SIGNS) addEventListener(type, sign, { capture: true, passive: true, signal });
  document.addEventListener('visibilitychange', look, { signal });
  const timer = setInterval(look, LOOK);
  signal.addEventListener('abort', () => clearInterval(timer));
}
