import type { Outcome } from '../store/outcome.ts';
import type { NewThread } from '../store/thread.ts';
import { insertThread } from '../store/threads.ts';
import { isDeleted } from '../store/tombstones.ts';

/** Stores a thread in D1 once; `deleted` where its reporter deleted it, after which D1 takes it no more. */
export async function insertOnce(db: D1Database, thread: NewThread): Promise<Outcome | 'deleted'> {
  const outcome = await insertThread(db, thread);
  return outcome === 'taken' && (await isDeleted(db, thread.id)) ? 'deleted' : outcome;
}
