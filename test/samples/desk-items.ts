import type { Draft } from '../../src/protocol/items/kinds/draft.ts';
import type { Note } from '../../src/protocol/items/kinds/note.ts';
import type { State } from '../../src/protocol/items/kinds/state.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';

/** A note in a thread. */
export const sampleNote = (thread: string, text: string): Note => ({
  v: 2,
  kind: 'note',
  thread,
  id: randomId(),
  at: 1_794_999_600,
  text,
});

/** A draft in a thread. */
export const sampleDraft = (thread: string, text: string): Draft => ({
  v: 2,
  kind: 'draft',
  thread,
  id: randomId(),
  at: 7,
  text,
});

/** The first state of a thread, in which nobody has it, if the test says nothing else. */
export function sampleState(thread: string, pins: State['pins'], fields: Partial<State> = {}): State {
  return {
    v: 2,
    kind: 'state',
    thread,
    id: randomId(),
    seq: 1,
    prev: null,
    at: 1_794_999_600,
    pins,
    owner: null,
    closed: null,
    ...fields,
  };
}
