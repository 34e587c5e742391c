import type { FirstItem } from '../../protocol/items/item.ts';
import type { Api } from '../api/client.ts';
import { noteOf } from '../entries/entry-outbox.ts';
import type { VaultClient } from '../vault/client.ts';
import { createDraft, type Draft, type Held } from './draft.ts';
import type { DraftKeeper, Elsewhere, Kept } from './draft-keeper.ts';
import { isOfThread, SAVED_ID, SHEET_ID } from './sheet-id.ts';

/** The drafts of a session by the id of their thread. */
export type Drafts = {
  /** The draft of the thread that an item began; a new one is empty. */
  of: (item: FirstItem) => Draft;
  /** Takes over what an earlier session of this tab left behind. */
  restore: (kept: ReadonlyMap<string, Kept>) => void;
  /** Takes what other devices have where nothing was written here since, and offers the rest: neither is written over. */
  arrive: (elsewhere: Elsewhere) => void;
  /** Whether anything is begun that was not sent. */
  anyUnsent: () => boolean;
  /** The threads in which something was tried of which nobody knows yet that it arrived, or a call waits for its outcome. */
  tried: () => string[];
  /** The threads that have a text from before, and were not opened since. */
  unopened: () => string[];
  /** Gives the sheet of a handover that an earlier session left behind, once; empty where none did. */
  sheet: () => string;
  /** Keeps a saved answer that is being written; empty where none is. */
  saved: { text: () => string; write: (text: string) => void };
  /** Throws away what was written in a thread. */
  discard: (thread: string) => void;
};

const isUnsent = ({ text, note, calls, passing, step }: Draft) =>
  text().trim() !== '' || note().trim() !== '' || calls().length > 0 || passing() !== null || step() !== null;

const isTried = ({ outbox, note, noteOutbox, calls }: Draft) =>
  outbox.tried() !== null || noteOutbox.triedAs(noteOf(note())) !== null || calls().length > 0;

/** Makes the drafts of a session. */
export function createDrafts(api: Api, vault: VaultClient, keeper: DraftKeeper): Drafts {
  const drafts = new Map<string, Held>();
  const before = new Map<string, Kept>();
  /** What other devices have of threads that were written on later here, and not opened since. */
  const older = new Map<string, Kept>();
  /** Gives what rested under the id of no thread, once; empty where nothing did. */
  const take = (id: string) => {
    const kept = before.get(id);
    before.delete(id);
    return kept?.text ?? '';
  };
  let saved: string | undefined;

  return {
    of(item) {
      const { thread } = item;
      const known = drafts.get(thread);
      if (known) return known;
      const draft = createDraft(api, vault, keeper, item, before.get(thread));
      const other = older.get(thread);
      if (other) draft.arrive(other, false);
      for (const one of [before, older]) one.delete(thread);
      drafts.set(thread, draft);
      return draft;
    },
    restore(kept) {
      for (const [thread, one] of kept) if (!drafts.has(thread)) before.set(thread, one);
    },
    arrive({ drafts: there, gone }) {
      for (const [thread, { kept, newer }] of there) {
        const draft = drafts.get(thread);
        if (draft) draft.arrive(kept, newer);
        else (newer ? before : older).set(thread, kept);
      }
      for (const thread of gone) {
        const draft = drafts.get(thread);
        if (draft) draft.arrive(null, true);
        else if (before.delete(thread)) keeper.write(thread, { text: '' });
      }
    },
    anyUnsent: () => before.size > 0 || [...drafts.values()].some(isUnsent),
    tried: () => [...drafts].filter(([, draft]) => isTried(draft)).map(([thread]) => thread),
    unopened: () => [...before.keys()].filter(isOfThread),
    sheet: () => take(SHEET_ID),
    saved: {
      text: () => (saved ??= take(SAVED_ID)),
      write(text) {
        saved = text;
        keeper.write(SAVED_ID, { text });
      },
    },
    discard(thread) {
      before.delete(thread);
      older.delete(thread);
      drafts.delete(thread);
      keeper.leaveThere(thread, false);
      keeper.write(thread, { text: '' });
    },
  };
}
