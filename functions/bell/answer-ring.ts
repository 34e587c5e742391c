import type { Bindings } from '../env.ts';
import { now } from '../http/clock.ts';
import { within } from '../intake/within.ts';
import { isTrial, noteAnswered } from '../store/bell-ways.ts';
import { answerCall } from './ask-bell.ts';

/** Seconds for which a ring can be answered. */
const ANSWER_WITHIN = 600;

/** Milliseconds that the store may take: where it is silent, a ring is answered all the same. */
const PATIENCE = 3000;

/**
 * Answers a ring, by a tap on a push or by 1 on a telephone (`pressed`), or asks whether there is something to answer. It proves
 * that the telephone rings, and silences the bell while its member looks. Gives whether it was still to be answered.
 */
export async function answerRing(
  bindings: Pick<Bindings, 'DB' | 'BELL'>,
  ring: string,
  pressed: boolean,
): Promise<boolean> {
  const at = now();
  const since = at - ANSWER_WITHIN;
  const [trial, waiting] = await Promise.all([
    within(isTrial(bindings.DB, ring, since), PATIENCE),
    answerCall(bindings, ring, pressed),
    pressed && within(noteAnswered(bindings.DB, ring, at, since), PATIENCE),
  ]);
  return waiting === true || (trial.kind === 'done' && trial.value);
}
