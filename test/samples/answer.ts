import type { DeskMessage } from '../../src/protocol/items/message.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';

/** What the desk answers in a thread, under an id of its own. */
export function sampleAnswer(thread: string, text: string): DeskMessage {
  return { v: 1, kind: 'message', author: 'desk', thread, id: randomId(), text };
}
