import type { Place } from '../../../protocol/items/item.ts';
import { openAnswer } from '../../../protocol/seal/authenticated-box.ts';
import type { MailboxBody } from '../../../protocol/wire/api/mailbox.ts';
import { fromBase64url } from '../../../protocol/wire/bytes.ts';
import { type CentreKey, keyIndex } from '../../../protocol/wire/centre-key.ts';
import { readEnvelope } from '../../../protocol/wire/envelope.ts';
import { findRetired } from '../../../protocol/wire/retired-keys.ts';
import { getMailbox } from '../../sending/calls.ts';
import { deliver, type Patience, WATCHED } from '../../sending/deliver.ts';
import type { MailboxKeys } from '../mailbox-keys.ts';

/** A message in the mailbox. `at` in Unix seconds; `text` null: it does not open, or is not the centre's. */
export type Entry = { author: 'reporter'; at: number } | { author: 'desk'; at: number; text: string | null };

/**
 * What a mailbox holds: where the thread stands, and its messages, oldest first, the one that began it among them. Times
 * in Unix seconds.
 */
export type Contents = {
  thread: string;
  status: 'received' | 'read' | 'answered' | 'closed';
  entries: Entry[];
};

/** How long reading is tried. */
const READING: Patience = { ...WATCHED, time: 45_000 };

/**
 * Why a mailbox is not read. `unknown`: there is none. `unanswered`: trying again is right. `refused`: it is not.
 */
export type ReadingFault = { ok: false; code: 'unknown' | 'unanswered' | 'refused' | 'stopped' };

/**
 * Fetches the mailbox of a token, all its pages as one. `thread`: the one that it held before, where it was read before;
 * another one is not its contents.
 */
export async function fetchMailbox(
  token: string,
  signal: AbortSignal,
  thread?: string,
): Promise<{ ok: true; body: MailboxBody } | ReadingFault> {
  const messages: MailboxBody['messages'] = [];
  let before = thread;
  for (let after: number | undefined; ; ) {
    const delivery = await deliver(getMailbox(token, after), signal, undefined, READING);
    if (!delivery.ok) {
      if (delivery.code === 'stopped') return { ok: false, code: 'stopped' };
      if (delivery.code !== 'refused') return { ok: false, code: 'unanswered' };
      return { ok: false, code: delivery.reason === 'unauthorized' ? 'unknown' : 'refused' };
    }
    const { next, ...body } = delivery.value;
    if (before !== undefined && body.thread !== before) return { ok: false, code: 'unanswered' };
    before = body.thread;
    messages.push(...body.messages);
    if (next === undefined) return { ok: true, body: { ...body, messages } };
    // A worker that does not go on would never end.
    if (after !== undefined && next <= after) return { ok: false, code: 'unanswered' };
    after = next;
  }
}

/** Opens what the desk wrote in a mailbox. `centreKeys`: the centre's public keys, newest first. */
export function openContents(
  body: MailboxBody,
  { secretKey }: MailboxKeys,
  centreKeys: readonly CentreKey[],
): Contents {
  const isRetired = findRetired();
  const later = body.messages.map((message): Entry => {
    const { author, at, id } = message;
    if (author === 'reporter') return { author, at };
    const place = { thread: body.thread, id };
    return { author, at, text: readAnswer(message.envelope, secretKey, centreKeys, place, isRetired) };
  });
  const entries: Entry[] = [{ author: 'reporter', at: body.receivedAt }, ...later];
  return { thread: body.thread, status: statusOf(body.state, entries), entries };
}

/** The text of an answer, or null unless the centre made it, by its desk, for this place in this thread, with no retired key. */
function readAnswer(
  envelope: string,
  secretKey: Uint8Array,
  centreKeys: readonly CentreKey[],
  place: Place,
  isRetired: (key: number) => boolean,
): string | null {
  const bytes = fromBase64url(envelope);
  const opened = bytes && openAnswer(bytes, centreKeys, secretKey, place);
  const outside = bytes && readEnvelope(bytes);
  if (!opened?.ok || !outside?.ok) return null;
  const { item } = opened;
  if (item.kind !== 'message' || item.author !== 'desk') return null;
  return isRetired(keyIndex(centreKeys, outside.parts.keyId)) ? null : item.text;
}

/** Whether an entry is an answer that can be read. What does not open is no answer: anybody may have put it there. */
export function isAnswer(entry: Entry): boolean {
  return entry.author === 'desk' && entry.text !== null;
}

/** Where a thread stands: who wrote last says it. To whom has written again, an old answer is no news. */
function statusOf(state: MailboxBody['state'], entries: readonly Entry[]): Contents['status'] {
  if (state === 'closed') return 'closed';
  const real = entries.filter((entry) => entry.author === 'reporter' || isAnswer(entry));
  const last = real.at(-1);
  if (last && isAnswer(last)) return 'answered';
  return state === 'new' || real.length > 1 ? 'received' : 'read';
}
