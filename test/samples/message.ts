import type { FirstItem } from '../../src/protocol/items/item.ts';
import type { ReporterMessage } from '../../src/protocol/items/message.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';

/** What a reporter writes in a thread, under an id of its own; of its first item, id and mailbox are enough. */
export function sampleMessage(
  { id, mailbox }: Pick<FirstItem, 'id' | 'mailbox'>,
  text: string,
): ReporterMessage {
  return { v: 1, kind: 'message', author: 'reporter', thread: id, id: randomId(), mailbox, text };
}
