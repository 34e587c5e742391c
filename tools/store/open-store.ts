import { type Item, isFirstItem } from '../../src/protocol/items/item.ts';
import { openSealed } from '../../src/protocol/keys/open-sealed-box.ts';
import { openBoxedItem } from '../../src/protocol/seal/authenticated-box.ts';
import { centrePair } from '../../src/protocol/seal/centre-pair.ts';
import { fromBase64url } from '../../src/protocol/wire/bytes.ts';
import type { StoredEnvelope } from './read-store.ts';

/** What became of one envelope: a line to print, or the row and the reason why it did not open. */
export type OpenedEnvelope =
  | { ok: true; line: { state: string | null; at: number; item: Item } }
  | { ok: false; row: string; code: string };

/** Opens what can be opened. The desk's answers need the mailbox key that stands in the first item of their thread. */
export function* openStore(
  store: readonly StoredEnvelope[],
  secretKeys: readonly Uint8Array[],
): Generator<OpenedEnvelope> {
  const pairs = secretKeys.map(centrePair);
  const mailboxes = new Map<string, Uint8Array>();
  for (const { thread, id, author, at, state, envelope } of store) {
    const opened =
      author === 'reporter'
        ? openSealed(envelope, pairs, { thread, id })
        : openAnswer(envelope, mailboxes.get(thread), secretKeys, { thread, id });
    if (!opened.ok) {
      yield { ok: false, row: `${author} ${id}`, code: opened.code };
      continue;
    }
    if (isFirstItem(opened.item)) {
      const mailbox = fromBase64url(opened.item.mailbox);
      if (mailbox) mailboxes.set(thread, mailbox);
    }
    yield { ok: true, line: { state, at, item: opened.item } };
  }
}

function openAnswer(
  envelope: Uint8Array,
  mailbox: Uint8Array | undefined,
  secretKeys: readonly Uint8Array[],
  place: { thread: string; id: string },
): { ok: true; item: Item } | { ok: false; code: string } {
  if (!mailbox) return { ok: false, code: 'key_unknown' };
  let code = 'key_unknown';
  for (const secretKey of secretKeys) {
    const opened = openBoxedItem(envelope, mailbox, secretKey, place);
    if (opened.ok) return opened;
    code = opened.code;
  }
  return { ok: false, code };
}
