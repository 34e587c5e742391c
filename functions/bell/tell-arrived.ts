import { type Hung, tellArrivals } from './ask-bell.ts';

/** Milliseconds for which one request tells the bell what others stored too; a runtime lets it go on for 30 s. */
const LONGEST = 5000;

/** What this isolate stored and the bell was not told of, and until when (ms) a request is telling it. */
const waiting = { count: 0, until: 0 };

/**
 * Tells the bell that something from outside was stored. To be called after one of the stores has it, and never waited for.
 * What is stored while the bell is being told is told together afterwards: in a flood the bell, which is one for the whole
 * site, must not be called for every single thing.
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
    }
  } finally {
    waiting.until = 0;
  }
}
