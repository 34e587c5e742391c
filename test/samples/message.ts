import type { FirstItem } from '../../src/protocol/items/item.ts';
import type { ReporterMessage } from '../../src/protocol/items/kinds/message.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';

/**
 * What a reporter writes in a thread, under an id of its own; of its first item, id and mailbox are enough. Behind an
 * envelope that nobody has, if the test says nothing else.
 */
export function sampleMessage(
  { id, mailbox }: Pick<FirstItem, 'id' | 'mailbox'>,
  text: string,
  fields: Partial<ReporterMessage> = {},
): ReporterMessage {
  const place = { seq: 1, prev: 'A'.repeat(43), seen: null, at: 1_794_999_600 };
  return {
    v: 2,
    kind: 'message',
    author: 'reporter',
    thread: id,
    id: randomId(),
    ...place,
    mailbox,
    text,
    ...fields,
  };
}
