import { hasTombstone } from '../store/second/tombstones.ts';
import { listWaiting, readWaiting, removeWaiting, setApart } from '../store/second/waiting.ts';
import type { NewThread } from '../store/thread.ts';
import { insertOnce } from './insert-once.ts';
import type { Stores } from './receive.ts';

/** Threads that are moved at once: a worker has six connections, and D1 does one thing at a time. */
const AT_ONCE = 5;

/**
 * Moves a thread from R2 to D1. It goes from R2 only when the row is there with the same bytes, or its reporter deleted it;
 * where its id or its mailbox is another's, which only whoever sent both can bring about, it is laid apart.
 */
export async function moveThread({ DB, SECOND }: Stores, thread: NewThread): Promise<void> {
  if (await hasTombstone(SECOND, thread.id)) return removeWaiting(SECOND, thread);
  const outcome = await insertOnce(DB, thread);
  if (outcome === 'taken') await setApart(SECOND, thread);
  else await removeWaiting(SECOND, thread);
}

/**
 * Moves all that waits in R2 to D1. Rejects with the first error after everything else was tried: what is left then
 * is moved the next time.
 */
export async function moveWaiting(stores: Stores): Promise<void> {
  const faults: unknown[] = [];
  for await (const ids of listWaiting(stores.SECOND)) {
    const lane = async () => {
      for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
        try {
          const thread = await readWaiting(stores.SECOND, id);
          if (thread) await moveThread(stores, thread);
        } catch (error) {
          faults.push(error);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }
  if (faults.length > 0) throw faults[0];
}
