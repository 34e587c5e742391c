import { type Break, followChain } from '../../../protocol/items/chain.ts';
import { isApart } from '../../../protocol/items/fields.ts';
import type { DeskMessage } from '../../../protocol/items/kinds/message.ts';
import type { Status } from '../../../protocol/items/kinds/status.ts';
import { openAnswer } from '../../../protocol/seal/authenticated-box.ts';
import { chainKey, isOwn } from '../../../protocol/seal/chain-mac.ts';
import type { MailboxBody } from '../../../protocol/wire/api/mailbox.ts';
import { fromBase64url, toBase64url } from '../../../protocol/wire/bytes.ts';
import { type CentreKey, keyIndex } from '../../../protocol/wire/centre-key.ts';
import { digestOf } from '../../../protocol/wire/digest.ts';
import { readEnvelope } from '../../../protocol/wire/envelope.ts';
import { findRetired } from '../../../protocol/wire/retired-keys.ts';
import type { MailboxKeys } from '../mailbox-keys.ts';

/** What is wrong with a message of the reporter's own: `strange` is one that was not written with their code. */
export type OwnFault = Break | 'strange';

/** What the mailbox is told without a word (src/protocol/items/kinds/status.ts). */
type Told = 'read' | 'passed-on' | 'closed';

/**
 * A message in the mailbox. `at` in Unix seconds; `text` null: it does not open, or is not the centre's. `wrong`: what it
 * shows to be wrong with the thread. `written`: when its writer says that it was written, where the mailbox says
 * otherwise. `says`: it is no answer but a status, which is told in the page's own words.
 */
export type Entry =
  | { author: 'reporter'; at: number; wrong: OwnFault | null }
  | {
      author: 'desk';
      at: number;
      text: string | null;
      wrong: Break | null;
      written?: number;
      says?: Told;
    };

/** The place that the reporter's next message takes: its number, and the digests that it names. */
type NextPlace = { seq: number; prev: string; seen: string | null };

/**
 * What a mailbox holds: where the thread stands, its messages, oldest first, the one that began it among them, and where
 * the next one stands. Times in Unix seconds.
 */
export type Contents = {
  thread: string;
  status: 'received' | 'answered' | Told;
  /** Of what is closed, the day on which all of it is deleted. */
  ends?: number;
  entries: Entry[];
  next: NextPlace;
};

/** What the desk wrote, with the digest and the key of its envelope; null where it does not open or is not the centre's. */
type Answer = { item: DeskMessage | Status; digest: string; key: number } | null;

/** Opens what the desk wrote in a mailbox, and follows the thread. `centreKeys`: the centre's public keys, newest first. */
export function openContents(
  body: MailboxBody,
  { secretKey }: MailboxKeys,
  centreKeys: readonly CentreKey[],
): Contents {
  const { thread } = body;
  const chain = followChain(body.first);
  const own = chainKey(secretKey);
  const isRetired = findRetired();
  let [seq, prev] = [0, body.first];

  const later = body.messages.map((message): Entry => {
    const { author, at, id } = message;
    if (author === 'reporter') {
      const { mac, ...place } = message;
      [seq, prev] = [Math.max(seq, place.seq), place.digest];
      const theirs = isOwn(own, { thread, ...place }, mac);
      return { author, at, wrong: theirs ? chain.add({ side: 'reporter', ...place }) : 'strange' };
    }
    const answer = readAnswer(message.envelope, secretKey, centreKeys, { thread, id });
    if (!answer || isRetired(answer.key)) return { author, at, text: null, wrong: null };
    const { item, digest } = answer;
    const wrong = chain.add({ side: 'desk', seq: item.seq, prev: item.prev, seen: item.seen, digest });
    const text = item.kind === 'message' ? item.text : null;
    const apart = isApart(item.at, at);
    return {
      author,
      at,
      text,
      wrong,
      ...(apart && { written: item.at }),
      ...(item.kind === 'status' && { says: item.says }),
    };
  });
  const entries: Entry[] = [{ author: 'reporter', at: body.receivedAt, wrong: null }, ...later];
  const next = { seq: seq + 1, prev, seen: chain.newest('desk') };
  const ends = body.purgeDay === undefined ? {} : { ends: body.purgeDay * 86_400 };
  return { thread, status: statusOf(body.state, entries), ...ends, entries, next };
}

/** What the centre made, by its desk, for this place in this thread. */
function readAnswer(
  envelope: string,
  secretKey: Uint8Array,
  centreKeys: readonly CentreKey[],
  place: { thread: string; id: string },
): Answer {
  const bytes = fromBase64url(envelope);
  const opened = bytes && openAnswer(bytes, centreKeys, secretKey, place);
  const outside = bytes && readEnvelope(bytes);
  if (!bytes || !opened?.ok || !outside?.ok) return null;
  const key = keyIndex(centreKeys, outside.parts.keyId);
  return { item: opened.item, digest: toBase64url(digestOf(bytes)), key };
}

/** Whether the centre wrote an entry: an answer that can be read, or a status. What does not open, anybody may have put there. */
export const isOurs = (entry: Entry): boolean =>
  entry.author === 'desk' && (entry.text !== null || entry.says !== undefined);

/**
 * Where a thread stands: who wrote last says it. To whom has written again, an old answer is no news, and no status hides
 * an answer. What nobody can tell to be ours says nothing.
 */
function statusOf(state: MailboxBody['state'], entries: readonly Entry[]): Contents['status'] {
  if (state === 'closed') return 'closed';
  let status: Contents['status'] = state === 'new' ? 'received' : 'read';
  for (const entry of entries.slice(1)) {
    if (entry.author === 'reporter') status = 'received';
    else if (entry.text !== null) status = 'answered';
    else if (entry.says && status !== 'answered') status = entry.says;
  }
  return status;
}
