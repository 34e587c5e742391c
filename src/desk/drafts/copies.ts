import type { DraftRow } from '../../protocol/wire/api/drafts.ts';
import type { Api } from '../api/client.ts';
import type { ApiFault } from '../api/result.ts';
import { SHEET_ID } from './sheet-id.ts';

/** The member's drafts at the worker, sealed as they are in the tab: by them they are there on another device, too. */
export type Copies = {
  /** What is there; null where that can't be known now. */
  fetch: () => Promise<DraftRow[] | null>;
  /** Takes down what is to be there of a thread, soon. */
  put: (draft: DraftRow) => void;
  /** What was sent or discarded goes at once. */
  remove: (thread: string) => void;
  /** Sends what waits. Resolves when it is there, or can't be. */
  flush: () => Promise<void>;
};

/** Milliseconds in which what is written goes there once: what another device can lack. */
const SOON = 10_000;

/** Milliseconds for which opening the desk waits for drafts of other devices. */
const PATIENCE = 4000;

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

  const sendOne = async (thread: string, draft: DraftRow | null) => {
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
      if (!answer.ok) return null;
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
    fetch: () =>
      Promise.race([fetchAll(), new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE))]),
    put(draft) {
      if (draft.thread === SHEET_ID) return;
      waiting.set(draft.thread, draft);
      later();
    },
    remove(thread) {
      waiting.delete(thread);
      if (known && !there.has(thread)) return;
      waiting.set(thread, null);
      void flush();
    },
    flush,
  };
}
