import type { Bindings } from '../env.ts';
import type { Outcome } from '../store/outcome.ts';
import { putWaiting } from '../store/second/waiting.ts';
import type { NewThread } from '../store/thread.ts';
import { insertOnce } from './insert-once.ts';
import { within } from './within.ts';

/** The two stores. */
export type Stores = Pick<Bindings, 'DB' | 'SECOND'>;

/** Milliseconds that D1 has for an answer before the second store is asked. Together with the next, below 5 seconds. */
export const FIRST_TIME = 2500;

/** Milliseconds that both have from then on. */
const SECOND_TIME = 2000;

/**
 * Stores what begins a thread in D1; where D1 fails or does not answer in time, in R2 as well, under the same id. What
 * either of them says counts, whichever says it first: also `deleted`, when its reporter deleted it. `unavailable` when
 * neither says anything within five seconds. What D1 has not answered by then goes on: `goOn` gets it.
 */
export async function receive(
  { DB, SECOND }: Stores,
  thread: NewThread,
  goOn: (late: Promise<unknown>) => void,
): Promise<Outcome | 'deleted' | 'unavailable'> {
  const first = insertOnce(DB, thread);
  const soon = await within(first, FIRST_TIME);
  if (soon.kind === 'done') return soon.value;
  goOn(first.catch(() => null));
  const either = await within(Promise.any([first, putWaiting(SECOND, thread)]), SECOND_TIME);
  return either.kind === 'done' ? either.value : 'unavailable';
}
