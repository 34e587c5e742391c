import type { FirstItem } from '../../protocol/items/item.ts';
import { MOST_CALLS } from '../../protocol/items/kinds/draft.ts';
import type { Api } from '../api/client.ts';
import { callOf, createEntryOutbox, type EntryOutbox, noteOf } from '../entries/entry-outbox.ts';
import type { VaultClient } from '../vault/client.ts';
import type { DraftKeeper, Kept } from './draft-keeper.ts';
import { createOutbox, type Outbox } from './outbox.ts';

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
  /** How often it was changed by what another device had: then what shows it reads it anew. */
  taken: () => number;
  /** What the member wrote on another device, and was not taken, since they had written here; empty where nothing is. */
  offered: (what: Offered) => string;
  /** Notes that the member has seen to it: put it below their own, or discarded it. */
  settle: (what: Offered) => void;
};

/** What of a thread can be written in two places at once. */
export type Offered = 'text' | 'note';

/** A draft as its drafts have it: it takes what came from another device; null where that has sent or discarded it. */
export type Held = Draft & { arrive: (other: Kept | null, newer: boolean) => void };

/** What another device has that does not stand here; empty where it does. */
const lacking = (here: string, there = '') => (here.includes(there.trim()) ? '' : there);

/** Makes the draft of the thread that an item began, with what an earlier session left of it. */
export function createDraft(
  api: Api,
  vault: VaultClient,
  keeper: DraftKeeper,
  item: FirstItem,
  kept: Kept = { text: '' },
): Held {
  const { thread } = item;
  const answersOf = ({ tried }: Partial<Kept>): Outbox => {
    const made = createOutbox(api, vault, item, tried ?? null);
    const send: Outbox['send'] = (...sending) => {
      touched = true;
      return made.send(...sending);
    };
    return { ...made, send };
  };
  const notesOf = ({ note }: Partial<Kept>) =>
    createEntryOutbox(api, vault, thread, note?.tried ? [{ id: note.tried, kept: noteOf(note.text) }] : []);
  const callsOf = ({ calls = [] }: Partial<Kept>) =>
    createEntryOutbox(
      api,
      vault,
      thread,
      calls.flatMap((call) => (call.tried ? [{ id: call.tried.id, kept: callOf(call, call.tried) }] : [])),
    );
  let { text, note, calls = [], passing, step } = kept;
  let [outbox, noteOutbox, callOutbox] = [answersOf(kept), notesOf(kept), callsOf(kept)];
  /** Whether anything was written or sent here since it was restored. */
  let touched = false;
  let taken = 0;
  const offered = { text: '', note: '' };
  const hold = () => keeper.leaveThere(thread, offered.text + offered.note !== '');
  const empty = () => {
    text = '';
    calls = [];
    note = passing = step = undefined;
    [outbox, noteOutbox, callOutbox] = [answersOf({}), notesOf({}), callsOf({})];
  };
  const takeFrom = (other: Kept) => {
    if (text.trim() === '' && outbox.tried() === null) {
      text = other.text;
      outbox = answersOf(other);
    }
    if (!note && other.note) {
      note = other.note;
      noteOutbox = notesOf(other);
    }
    if (calls.length === 0) callOutbox = callsOf(other);
    calls = [...(other.calls ?? []), ...calls].slice(-MOST_CALLS);
    passing ??= other.passing;
    step ??= other.step;
  };
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
  const wrote = () => {
    touched = true;
    keep();
  };
  const arrive = (other: Kept | null, newer: boolean) => {
    if (!other && touched) return;
    // What rested here counts where it was written last; what was written since is never taken away.
    if (!touched && newer) empty();
    if (other && newer) takeFrom(other);
    if (newer) taken += 1;
    offered.text = lacking(text, other?.text);
    offered.note = lacking(note?.text ?? '', other?.note?.text);
    hold();
    if (newer) keep();
  };
  return {
    text: () => text,
    get outbox() {
      return outbox;
    },
    write(next) {
      text = next;
      wrote();
    },
    note: () => note?.text ?? '',
    get noteOutbox() {
      return noteOutbox;
    },
    writeNote(next) {
      const tried = noteOutbox.triedAs(noteOf(next));
      note = next === '' ? undefined : { text: next, ...(tried !== null && { tried }) };
      wrote();
    },
    calls: () => calls,
    get callOutbox() {
      return callOutbox;
    },
    passing: () => passing ?? null,
    setPassing(next) {
      if ((next ?? undefined) === passing) return;
      passing = next ?? undefined;
      wrote();
    },
    step: () => step ?? null,
    setStep(next) {
      if ((next ?? undefined) === step) return;
      step = next ?? undefined;
      wrote();
    },
    setCalls(next) {
      calls = next.slice(-MOST_CALLS);
      wrote();
    },
    taken: () => taken,
    offered: (what) => offered[what],
    settle(what) {
      offered[what] = '';
      hold();
      keep();
    },
    arrive,
  };
}
