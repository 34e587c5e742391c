import type { FirstItem } from '../../protocol/items/item.ts';
import { MOST_CALLS } from '../../protocol/items/kinds/draft.ts';
import type { Api } from '../api/client.ts';
import { callOf, createEntryOutbox, type EntryOutbox, noteOf } from '../entries/entry-outbox.ts';
import type { VaultClient } from '../vault/client.ts';
import type { DraftKeeper, Kept } from './draft-keeper.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { SHEET_ID } from './sheet-id.ts';

/** A call under way, or the reason for opening a number, which no entry says yet. */
export type CallUnderWay = NonNullable<Kept['calls']>[number];

/**
 * What a member has begun in a thread, with the outboxes that know what of it was tried. All of it is sealed and kept in this
 * tab.
 */
export type Draft = {
  /** The answer. */
  text: () => string;
  outbox: Outbox;
  /** Takes down what now stands in the answer, and what of it was tried. */
  write: (text: string) => void;
  /** The note. */
  note: () => string;
  noteOutbox: EntryOutbox;
  /** Takes down what now stands in the note, and what of it was tried. */
  writeNote: (text: string) => void;
  /** What was done with the number and is not kept yet, oldest first. */
  calls: () => readonly CallUnderWay[];
  setCalls: (calls: readonly CallUnderWay[]) => void;
  callOutbox: EntryOutbox;
  /** What is being filled in to pass the case on. */
  passing: () => string | null;
  setPassing: (passing: string | null) => void;
  /** What is being filled in of its next step, as the page of the sheet has it. */
  step: () => string | null;
  setStep: (step: string | null) => void;
};

/** The drafts of a session by the id of their thread. */
export type Drafts = {
  /** The draft of the thread that an item began; a new one is empty. */
  of: (item: FirstItem) => Draft;
  /** Takes over what an earlier session of this tab left behind. */
  restore: (kept: ReadonlyMap<string, Kept>) => void;
  /** Whether anything is begun that was not sent. */
  anyUnsent: () => boolean;
  /** The threads in which something was tried of which nobody knows yet that it arrived, or a call waits for its outcome. */
  tried: () => string[];
  /** The threads that have a text from before, and were not opened since. */
  unopened: () => string[];
  /** Gives the sheet of a handover that an earlier session left behind, once; empty where none did. */
  sheet: () => string;
  /** Throws away what was written in a thread. */
  discard: (thread: string) => void;
};

const isUnsent = ({ text, note, calls, passing, step }: Draft) =>
  text().trim() !== '' || note().trim() !== '' || calls().length > 0 || passing() !== null || step() !== null;

const isTried = ({ outbox, note, noteOutbox, calls }: Draft) =>
  outbox.tried() !== null || noteOutbox.triedAs(noteOf(note())) !== null || calls().length > 0;

/** Makes the drafts of a session. */
export function createDrafts(api: Api, vault: VaultClient, keeper: DraftKeeper): Drafts {
  const drafts = new Map<string, Draft>();
  const before = new Map<string, Kept>();

  const create = (item: FirstItem): Draft => {
    const { thread } = item;
    const kept = before.get(thread);
    before.delete(thread);
    let { text, note, calls = [], passing, step } = { text: '', ...kept };
    const outbox = createOutbox(api, vault, item, kept?.tried ?? null);
    const noteOutbox = createEntryOutbox(
      api,
      vault,
      thread,
      note?.tried ? [{ id: note.tried, kept: noteOf(note.text) }] : [],
    );
    const callOutbox = createEntryOutbox(
      api,
      vault,
      thread,
      calls.flatMap((call) => (call.tried ? [{ id: call.tried.id, kept: callOf(call, call.tried) }] : [])),
    );
    const keep = () => {
      const tried = outbox.tried();
      keeper.write(thread, {
        text,
        ...(tried && { tried: { id: tried.id, text: tried.text } }),
        ...(note && { note }),
        ...(calls.length > 0 && { calls }),
        ...(passing !== undefined && { passing }),
        ...(step !== undefined && { step }),
      });
    };
    return {
      text: () => text,
      outbox,
      write(next) {
        text = next;
        keep();
      },
      note: () => note?.text ?? '',
      noteOutbox,
      writeNote(next) {
        const tried = noteOutbox.triedAs(noteOf(next));
        note = next === '' ? undefined : { text: next, ...(tried !== null && { tried }) };
        keep();
      },
      calls: () => calls,
      callOutbox,
      passing: () => passing ?? null,
      setPassing(next) {
        if ((next ?? undefined) === passing) return;
        passing = next ?? undefined;
        keep();
      },
      step: () => step ?? null,
      setStep(next) {
        if ((next ?? undefined) === step) return;
        step = next ?? undefined;
        keep();
      },
      setCalls(next) {
        calls = next.slice(-MOST_CALLS);
        keep();
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
    anyUnsent: () => before.size > 0 || [...drafts.values()].some(isUnsent),
    tried: () => [...drafts].filter(([, draft]) => isTried(draft)).map(([thread]) => thread),
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
