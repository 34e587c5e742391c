import { type Item, isFirstItem } from '../../src/protocol/items/item.ts';
import { openGivenAnswer, openOwn } from '../../src/protocol/keys/open-own-box.ts';
import { openSealed } from '../../src/protocol/keys/open-sealed-box.ts';
import { type CentreSecret, centrePair } from '../../src/protocol/seal/centre-pair.ts';
import { fromBase64url } from '../../src/protocol/wire/bytes.ts';
import type { StoredEnvelope } from './read-store.ts';

/** What became of one envelope: a line to print, or the row and the reason why it did not open. */
export type OpenedEnvelope =
  | { ok: true; line: { state: string | null; at: number; item: Item } }
  | { ok: false; row: string; code: string };

/**
 * Opens what can be opened with the centre's keys. The desk's answers need the mailbox key that stands in the first item
 * of their thread.
 */
export function* openStore(
  store: readonly StoredEnvelope[],
  keys: readonly CentreSecret[],
): Generator<OpenedEnvelope> {
  const pairs = keys.map(centrePair);
  const mailboxes = new Map<string, Uint8Array>();
  for (const { thread, id, author, at, state, envelope } of store) {
    const place = { thread, id };
    const mailbox = mailboxes.get(thread);
    const open = {
      reporter: () => openSealed(envelope, pairs, place),
      desk: () =>
        mailbox
          ? openGivenAnswer(envelope, pairs, mailbox, place)
          : ({ ok: false, code: 'key_unknown' } as const),
      centre: () => openOwn(envelope, pairs, place),
    };
    const opened = open[author]();
    if (!opened.ok) {
      yield { ok: false, row: `${author} ${id}`, code: opened.code };
      continue;
    }
    if (isFirstItem(opened.item)) {
      const own = fromBase64url(opened.item.mailbox);
      if (own) mailboxes.set(thread, own);
    }
    yield { ok: true, line: { state, at, item: opened.item } };
  }
}
