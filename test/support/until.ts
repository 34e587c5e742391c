import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something is so, or so many milliseconds are over. */
export async function until(so: () => boolean, most: number): Promise<void> {
  for (const end = Date.now() + most; !so() && Date.now() < end; ) await wait(50);
}
