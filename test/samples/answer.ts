import type { DeskMessage } from '../../src/protocol/items/kinds/message.ts';
import type { Status } from '../../src/protocol/items/kinds/status.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';

/** What the desk answers in a thread, under an id of its own: its first answer, if the test says nothing else. */
export function sampleAnswer(thread: string, text: string, fields: Partial<DeskMessage> = {}): DeskMessage {
  const place = { seq: 1, prev: null, seen: null, at: 1_794_999_600 };
  return { v: 2, kind: 'message', author: 'desk', thread, id: randomId(), ...place, text, ...fields };
}

/** What the desk tells a mailbox without a word, in this place of its thread. */
export function sampleStatus(
  thread: string,
  says: Status['says'],
  place: Pick<Status, 'seq' | 'prev' | 'seen'>,
): Status {
  return { v: 2, kind: 'status', thread, id: randomId(), at: 1_794_999_600, ...place, says };
}
