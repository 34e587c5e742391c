import type { FirstItem } from '../../protocol/items/item.ts';
import type { Api } from '../api/client.ts';
import type { VaultClient } from '../vault/client.ts';
import type { DraftKeeper, Kept } from './draft-keeper.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** An answer that is being written, with the outbox that knows what of it was tried. */
export type Draft = {
  text: () => string;
  outbox: Outbox;
  /** Notes what now stands in it, and what of it was tried: it is sealed and kept in this tab. */
  write: (text: string) => void;
};

/** The drafts of a session by the id of their thread. */
export type Drafts = {
  /** The draft of the thread that an item began; a new one is empty. */
  of: (item: FirstItem) => Draft;
  /** Takes over what an earlier session of this tab left behind. */
  restore: (kept: ReadonlyMap<string, Kept>) => void;
  /** Whether anything is written that was not sent. */
  anyUnsent: () => boolean;
  /** The threads of answers that were tried and of which nobody knows yet that they arrived. */
  tried: () => string[];
  /** The threads that have a text from before, and were not opened since. */
  unopened: () => string[];
  /** Gives the sheet of a handover that an earlier session left behind, once; empty where none did. */
  sheet: () => string;
  /** Throws away what was written in a thread. */
  discard: (thread: string) => void;
};

/** Under which id the sheet of a handover is kept, which is no thread's. */
export const SHEET_ID = 'A'.repeat(22);

/** Makes the drafts of a session. */
export function createDrafts(api: Api, vault: VaultClient, keeper: DraftKeeper): Drafts {
  const drafts = new Map<string, Draft>();
  const before = new Map<string, Kept>();

  const create = (item: FirstItem): Draft => {
    const { thread } = item;
    const kept = before.get(thread);
    before.delete(thread);
    let text = kept?.text ?? '';
    const outbox = createOutbox(api, vault, item, kept?.tried ?? null);
    return {
      text: () => text,
      outbox,
      write(next) {
        text = next;
        const tried = outbox.tried();
        keeper.write(thread, tried ? { text, tried: { id: tried.id, text: tried.text } } : { text });
      },
    };
  };

  return {
    of(item) {
      const draft = drafts.get(item.thread) ?? create(item);
      drafts.set(item.thread, draft);
      return draft;
    },
    restore(kept) {
      for (const [thread, one] of kept) if (!drafts.has(thread)) before.set(thread, one);
    },
    anyUnsent: () => before.size > 0 || [...drafts.values()].some(({ text }) => text().trim() !== ''),
    tried: () => [...drafts].filter(([, { outbox }]) => outbox.tried() !== null).map(([thread]) => thread),
    unopened: () => [...before.keys()].filter((id) => id !== SHEET_ID),
    sheet() {
      const kept = before.get(SHEET_ID);
      before.delete(SHEET_ID);
      return kept?.text ?? '';
    },
    discard(thread) {
      before.delete(thread);
      drafts.delete(thread);
      keeper.write(thread, { text: '' });
    },
  };
}
