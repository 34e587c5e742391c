import type { Bindings } from '../env.ts';
import { within } from '../intake/within.ts';
import type { BellCalls, BellStatus, Found, Measured } from './calls.ts';
import type { EndedDrill } from './drill/ended-drill.ts';

/** The one bell of the site, by its name. */
const NAME = 'bell';

/** Milliseconds that the bell may take to answer. */
const PATIENCE = 5000;

/** What reaches the bell. */
export type Hung = Pick<Bindings, 'BELL'>;

/** What the bell answers to something; null when it does not, in time or at all. */
async function asked<Answer>(
  { BELL }: Hung,
  ask: (bell: DurableObjectStub<BellCalls>) => Promise<Answer>,
): Promise<Answer | null> {
  try {
    const answer = await within(ask(BELL.getByName(NAME)), PATIENCE);
    return answer.kind === 'done' ? answer.value : null;
  } catch {
    return null;
  }
}

/** Tells the bell how much from outside was stored. Where the bell does not hear, the sweep finds what waits. */
export async function tellArrivals(bindings: Hung, count: number): Promise<void> {
  await asked(bindings, (bell) => bell.arrived(count));
}

/** Tells the bell what a member has looked at; where it does not hear, the store says the same. */
export async function tellLooked(bindings: Hung, upTo: number, left: Found, drill: boolean): Promise<void> {
  await asked(bindings, (bell) => bell.looked(upTo, left, drill));
}

/** Tells the bell what the sweep has found. */
export function tellSwept(bindings: Hung, found: Found): Promise<BellStatus | null> {
  return asked(bindings, (bell) => bell.swept(found));
}

/** Tells the bell that a member will look. */
export function tellAnswered(bindings: Hung, member: string): Promise<BellStatus | null> {
  return asked(bindings, (bell) => bell.answered(member));
}

/** Tells the bell how a drill went. */
export async function tellDrilled(bindings: Hung, drill: EndedDrill): Promise<void> {
  await asked(bindings, (bell) => bell.drilled(drill));
}

/** What the bell has measured; of one that does not answer, nothing. */
export async function bellMeasured(bindings: Hung): Promise<Measured> {
  return (await asked(bindings, (bell) => bell.measured())) ?? { others: [], last: null };
}

/** How the bell stands. */
export function bellStatus(bindings: Hung): Promise<BellStatus | null> {
  return asked(bindings, (bell) => bell.status());
}

/** Whether a call can still be answered; with 1 pressed, it is. */
export function answerCall(bindings: Hung, call: string, pressed: boolean): Promise<boolean | null> {
  return asked(bindings, (bell) => (pressed ? bell.pressed(call) : bell.awaitsAnswer(call)));
}
