import type { DraftRow } from '../../protocol/wire/api/drafts.ts';
import type { Api } from '../api/client.ts';
import type { ApiFault } from '../api/result.ts';
import { isOfThread } from './sheet-id.ts';

/** The member's drafts at the worker, sealed as they are in the tab: by them they are there on another device, too. */
export type Copies = {
  /**
   * Asks what is there, again while nothing gets through, and gives it to `use`. Until that is done nothing is changed there:
   * what another device left must be seen before it is written over.
   */
  fetch: (use: (there: readonly DraftRow[]) => Promise<void>) => Promise<void>;
  /** Changes nothing there of a thread while `on`. */
  leave: (thread: string, on: boolean) => void;
  /** Takes down what is to be there of a thread, soon. */
  put: (draft: DraftRow) => void;
  /** What was sent or discarded goes at once. */
  remove: (thread: string) => void;
  /** Sends what waits. Resolves when it is there, or can't be, as before it is known what is there. */
  flush: () => Promise<void>;
};

/** Milliseconds in which what is written goes there once: what another device can lack. */
const SOON = 10_000;

/** Faults that may be gone at the next try; whatever else the worker says it would say again. */
const PASSING: readonly ApiFault[] = ['offline', 'timeout', 'foreign', 'unavailable', 'internal'];

/** Makes the copies of one session's drafts. `onPut` hears which draft is there. */
export function createCopies(
  api: Pick<Api, 'drafts' | 'putDraft' | 'removeDraft'>,
  onPut: (draft: DraftRow) => void,
): Copies {
  /** What is to be sent of each thread; null: that nothing is to be there. */
  const waiting = new Map<string, DraftRow | null>();
  /** The threads of which something may be there; of others too, until the worker has said what is. */
  const there = new Set<string>();
  let known = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work = Promise.resolve();
  const left = new Set<string>();
  /** Whether it is still to be learned what is there. */
  let asking = false;

  const sendOne = async (thread: string, draft: DraftRow | null) => {
    if (left.has(thread)) return;
    if (draft) there.add(thread);
    const { id, envelope } = draft ?? {};
    const answer =
      id !== undefined && envelope !== undefined
        ? await api.putDraft(thread, { id, envelope })
        : await api.removeDraft(thread);
    if (answer.ok && draft) onPut(draft);
    if (answer.ok && !draft) there.delete(thread);
    if (!answer.ok && PASSING.includes(answer.code) && !waiting.has(thread)) {
      waiting.set(thread, draft);
      later();
    }
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    // It goes once that is known, and then as it stands by then.
    if (asking) return Promise.resolve();
    const due = [...waiting];
    waiting.clear();
    // One behind the other: what was taken away must not come back by what was under way.
    for (const [thread, draft] of due) {
      there.add(thread);
      work = work.then(() => sendOne(thread, draft));
    }
    return work;
  };
  function later() {
    timer ??= setTimeout(() => void flush(), SOON);
  }

  const fetchAll = async () => {
    const all: DraftRow[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const answer = await api.drafts(after === undefined ? {} : { after });
      if (!answer.ok) return answer.code;
      const { drafts, next } = answer.value;
      all.push(...drafts);
      more = next !== undefined && next !== after && drafts.length > 0;
      after = next;
    }
    for (const { thread } of all) there.add(thread);
    known = true;
    return all;
  };

  return {
    async fetch(use) {
      asking = true;
      try {
        let all = await fetchAll();
        while (typeof all === 'string' && PASSING.includes(all)) {
          await new Promise((resolve) => setTimeout(resolve, SOON));
          all = await fetchAll();
        }
        if (typeof all !== 'string') await use(all);
      } finally {
        asking = false;
        void flush();
      }
    },
    leave(thread, on) {
      if (on) left.add(thread);
      else left.delete(thread);
    },
    put(draft) {
      if (!isOfThread(draft.thread)) return;
      waiting.set(draft.thread, draft);
      later();
    },
    remove(thread) {
      if (!isOfThread(thread)) return;
      waiting.delete(thread);
      if (known && !there.has(thread)) return;
      waiting.set(thread, null);
      void flush();
    },
    flush,
  };
}
