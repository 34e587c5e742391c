import { type Hung, tellArrivals } from './ask-bell.ts';

const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

/** Milliseconds for which one request tells the bell what others stored too; a runtime lets it go on for 30 s. */
const LONGEST = 5000;

/**
 * Milliseconds between two calls. Each makes the bell write down what it heard: it is told of the first at once, which is
 * what it rings for, and of the rest of a flood a few times a second.
 */
const APART = 250;

/** What this isolate stored and the bell was not told of, and until when (ms) a request is telling it. */
const waiting = { count: 0, until: 0 };

/**
 * Tells the bell that something from outside was stored. To be called after one of the stores has it, and never waited for.
 * What is stored while the bell is being told, or just after, is told together: in a flood the bell, which is one for the
 * whole site, must not be called for every single thing.
 */
export async function tellArrived(bindings: Hung): Promise<void> {
  waiting.count += 1;
  if (Date.now() < waiting.until) return;
  waiting.until = Date.now() + LONGEST;
  try {
    while (waiting.count > 0 && Date.now() < waiting.until) {
      const { count } = waiting;
      waiting.count = 0;
      await tellArrivals(bindings, count);
      await wait(APART);
    }
  } finally {
    waiting.until = 0;
  }
}
