import type { MailboxBody } from '../../protocol/api.ts';
import { openBoxedItem } from '../../protocol/authenticated.ts';
import { fromBase64url } from '../../protocol/bytes.ts';
import type { Place } from '../../protocol/item.ts';
import { getMailbox } from '../calls.ts';
import { deliver, type Patience, WATCHED } from '../deliver.ts';
import type { MailboxKeys } from './mailbox-keys.ts';

/** A message in the mailbox. `at` in Unix seconds; `text` null: it does not open, or is not the centre's. */
export type Entry = { author: 'reporter'; at: number } | { author: 'desk'; at: number; text: string | null };

/** What a mailbox holds: where the referral stands, and its messages, oldest first. Times in Unix seconds. */
export type Contents = {
  thread: string;
  status: 'received' | 'read' | 'answered' | 'closed';
  receivedAt: number;
  entries: Entry[];
};

/** How long reading is tried. */
const READING: Patience = { ...WATCHED, time: 45_000 };

/**
 * Fetches a mailbox and opens what the desk wrote. `centreKey`: the centre's public key, X25519, 32 bytes.
 * `unknown`: there is no such mailbox. `unanswered`: trying again is right. `refused`: it is not.
 */
export async function readMailbox(
  keys: MailboxKeys,
  centreKey: Uint8Array,
  signal: AbortSignal,
): Promise<
  { ok: true; contents: Contents } | { ok: false; code: 'unknown' | 'unanswered' | 'refused' | 'stopped' }
> {
  const delivery = await deliver(getMailbox(keys.token), signal, undefined, READING);
  if (!delivery.ok) {
    if (delivery.code === 'stopped') return { ok: false, code: 'stopped' };
    if (delivery.code !== 'refused') return { ok: false, code: 'unanswered' };
    return { ok: false, code: delivery.reason === 'unauthorized' ? 'unknown' : 'refused' };
  }
  const { thread, state, receivedAt, messages } = delivery.value;
  const entries = messages.map((message): Entry => {
    const { author, at } = message;
    if (author === 'reporter') return { author, at };
    const text = openAnswer(message.envelope, keys.secretKey, centreKey, { thread, id: message.id });
    return { author, at, text };
  });
  const status = statusOf(state, entries);
  return { ok: true, contents: { thread, status, receivedAt, entries } };
}

/** The text of an answer, or null unless it was boxed by the centre, by its desk, for this place in this thread. */
function openAnswer(
  envelope: string,
  secretKey: Uint8Array,
  centreKey: Uint8Array,
  place: Place,
): string | null {
  const bytes = fromBase64url(envelope);
  const opened = bytes && openBoxedItem(bytes, centreKey, secretKey, place);
  if (!opened?.ok) return null;
  const { item } = opened;
  return item.kind === 'message' && item.author === 'desk' ? item.text : null;
}

function statusOf(state: MailboxBody['state'], entries: readonly Entry[]): Contents['status'] {
  if (state === 'closed') return 'closed';
  if (entries.some(({ author }) => author === 'desk')) return 'answered';
  return state === 'new' ? 'received' : 'read';
}
