import type { MessageRow, ThreadRow } from '../../protocol/wire/api/threads.ts';
import { findRetired } from '../../protocol/wire/retired-keys.ts';
import { allPages } from '../api/all-pages.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';
import type { Opened, OpeningFault, Sealed } from '../vault/requests.ts';

/** Why a message can't be shown as what it should be: it doesn't open, or with a key that was replaced before. */
export type MessageFault = OpeningFault | 'key_retired';

/** What stands in a message; `otherMailbox` when a reporter's message carries another mailbox than the first item. */
export type OpenedMessage =
  | { ok: true; text: string; otherMailbox: boolean }
  | { ok: false; code: MessageFault };

/** A message of a thread: the row of the worker, and what was inside. */
export type ThreadMessage = { row: MessageRow; opened: OpenedMessage };

/** A thread as the worker now has it, with its messages, oldest first. */
export type Thread = { row: ThreadRow; messages: ThreadMessage[] };

/**
 * Anyone can seal to the centre; only the reporter and the centre know the mailbox's public key. A message with
 * another one is shown, with a warning.
 */
function asMessage(
  row: MessageRow,
  opened: Opened | undefined,
  mailbox: string,
  isRetired: (key: number) => boolean,
): OpenedMessage {
  if (!opened) return { ok: false, code: 'box_broken' };
  if (!opened.ok) return { ok: false, code: opened.code };
  const { item } = opened;
  if (item.kind !== 'message' || item.author !== row.author) return { ok: false, code: 'item_unknown' };
  if (item.author === 'desk' && isRetired(opened.key)) return { ok: false, code: 'key_retired' };
  return {
    ok: true,
    text: item.text,
    otherMailbox: item.author === 'reporter' && item.mailbox !== mailbox,
  };
}

/**
 * Fetches a thread and opens its messages. `first` is what its first item told: the mailbox (X25519 public key, base64url),
 * and the place of the key to which it was sealed.
 */
export async function loadThread(
  api: Api,
  vault: VaultClient,
  threadId: string,
  first: { mailbox: string; key: number },
): Promise<{ ok: true; thread: Thread } | { ok: false; fault: DeskFault }> {
  const rows: MessageRow[] = [];
  const pages = await allPages(
    (after) => api.thread(threadId, after),
    (page) => {
      rows.push(...page.messages);
      return page.next;
    },
  );
  if (!pages.ok) return pages;
  const { mailbox } = first;
  const opening = await vault.open(
    rows.map(({ id, author, envelope }): Sealed => {
      const place = { thread: threadId, id, envelope };
      return author === 'desk' ? { ...place, from: 'desk', mailbox } : { ...place, from: 'reporter' };
    }),
  );
  if (!opening.ok) return { ok: false, fault: opening };
  const isRetired = findRetired(first.key);
  const messages = rows.map((row, index) => ({
    row,
    opened: asMessage(row, opening.opened[index], mailbox, isRetired),
  }));
  return { ok: true, thread: { row: pages.last.thread, messages } };
}
