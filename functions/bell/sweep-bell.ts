import type { Bindings } from '../env.ts';
import { within } from '../intake/within.ts';
import { tellSwept } from './ask-bell.ts';
import { NOBODY, onDuty } from './duty-book.ts';
import type { AskDuty } from './on-duty.ts';
import { wrongWith } from './pulse.ts';
import { ringStep } from './ring-step.ts';
import { LAST, readTimes, STEPS, stepsBetween } from './steps.ts';
import { whatWaits } from './what-waits.ts';

/** Seconds between two sweeps. */
const MINUTE = 60;

/** Milliseconds that the store has to say who is on duty. */
const PATIENCE = 2000;

/**
 * Looks what waits and tells the bell. Where the bell does not answer, or has not looked for long, rings in its place: the step
 * of the ladder that came in the last minute, by when the oldest that waits came, and where it reaches nobody at once the
 * ones after it. It knows nothing of who has answered: only looking silences it. `at` in Unix seconds.
 */
export async function sweepBell(bindings: Bindings, at: number, askDuty: AskDuty = onDuty): Promise<void> {
  const found = await whatWaits(bindings);
  const status = await tellSwept(bindings, found);
  if (wrongWith(status, at) !== 'silent' || !found || found === 'unknown') return;
  const age = Math.max(0, at - found.oldest);
  const due = stepsBetween(readTimes(bindings.BELL_LADDER), age - MINUTE, age).pop();
  if (due === undefined) return;
  const asked = await within(askDuty(bindings.DB, at), PATIENCE);
  const duty = asked.kind === 'done' ? asked.value : NOBODY;
  for (let step = Math.min(due, LAST), hurried = false; ; step++, hurried = true) {
    const next = STEPS[step];
    if (!next) return;
    const { told } = await ringStep(bindings, next, hurried, duty);
    if (told.person || !told.anybody) return;
  }
}
