import { type Break, followChain } from '../../protocol/items/chain.ts';
import { isApart } from '../../protocol/items/fields.ts';
import type { Status } from '../../protocol/items/kinds/status.ts';
import type { EntryRow } from '../../protocol/wire/api/entries.ts';
import type { MessageRow, ThreadRow } from '../../protocol/wire/api/threads.ts';
import { findRetired } from '../../protocol/wire/retired-keys.ts';
import { allPages } from '../api/all-pages.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { loadEntries, type ThreadEntry } from '../entries/load-entries.ts';
import { type FirstRead, fitsRow, type SaidState } from '../state/fits.ts';
import { newestState } from '../state/newest-state.ts';

import type { VaultClient } from '../vault/client.ts';
import type { Opened, OpeningFault, Sealed } from '../vault/requests.ts';

/** Why a message can't be shown as what it should be: it doesn't open, or with a key that was replaced before. */
export type MessageFault = OpeningFault | 'key_retired';

/** What a message shows to be wrong; `strange`: one as from the reporter that carries another mailbox than the first item. */
export type Wrong = Break | 'strange';

/**
 * What stands in a message. `wrong`: what it shows to be wrong. `written`: when its writer says that it was written, where
 * the worker says quite otherwise; Unix seconds. `says`: it is a status, told without a word.
 */
export type OpenedMessage =
  | { ok: true; text: string; wrong: Wrong | null; written?: number; says?: Status['says'] }
  | { ok: false; code: MessageFault };

/** A message of a thread: the row of the worker, and what was inside. */
export type ThreadMessage = { row: MessageRow; opened: OpenedMessage };

/** The place of the desk's next message: its number, and the digests that it names. */
export type NextPlace = { seq: number; prev: string | null; seen: string | null };

/**
 * A thread as the worker now has it, with its messages and entries, each oldest first, and the place of the desk's next
 * message. `said`: what a member said last; `fits`: whether its row is that.
 */
export type Thread = {
  row: ThreadRow;
  messages: ThreadMessage[];
  entries: readonly ThreadEntry[];
  next: NextPlace;
  said: SaidState | null;
  fits: boolean;
};

/** How an envelope of the thread is to be opened. */
function sealedOf({ id, author, envelope }: MessageRow, thread: string, mailbox: string): Sealed {
  const place = { thread, id, envelope };
  return author === 'desk' ? { ...place, from: 'desk', mailbox } : { ...place, from: 'reporter' };
}

/**
 * Reads the messages of a thread in their order. Anyone can seal to the centre; only the reporter and the centre know the
 * mailbox's public key: a message with another one is no part of the chain.
 */
function readMessages(rows: readonly MessageRow[], opened: readonly Opened[], first: FirstRead) {
  const chain = followChain(first.digest);
  const isRetired = findRetired(first.key);
  const readStatus = (item: Status, row: MessageRow, key: number, digest: string): OpenedMessage => {
    if (isRetired(key)) return { ok: false, code: 'key_retired' };
    const { seq, prev, seen, says } = item;
    const wrong = chain.add({ side: 'desk', seq, prev, seen, digest });
    return { ok: true, text: '', says, wrong, ...(isApart(item.at, row.at) && { written: item.at }) };
  };
  const read = (row: MessageRow, one: Opened | undefined): OpenedMessage => {
    if (!one) return { ok: false, code: 'box_broken' };
    if (!one.ok) return { ok: false, code: one.code };
    const { item, key, digest } = one;
    if (item.kind === 'status' && row.author === 'desk') return readStatus(item, row, key, digest);
    if (item.kind !== 'message' || item.author !== row.author) return { ok: false, code: 'item_unknown' };
    if (item.author === 'desk' && isRetired(key)) return { ok: false, code: 'key_retired' };
    const { seq, prev, seen, text } = item;
    const strange = item.author === 'reporter' && item.mailbox !== first.mailbox;
    const wrong = strange ? 'strange' : chain.add({ side: item.author, seq, prev, seen, digest });
    return { ok: true, text, wrong, ...(isApart(item.at, row.at) && { written: item.at }) };
  };
  const messages = rows.map((row, index) => ({ row, opened: read(row, opened[index]) }));
  const own = rows.flatMap(({ author, seq }, index) => (author === 'desk' ? [{ seq, index }] : []));
  const newest = own.reduce((a, b) => (b.seq > a.seq ? b : a), { seq: 0, index: -1 });
  const prev = opened[newest.index]?.digest ?? null;
  return { messages, next: { seq: newest.seq + 1, prev, seen: chain.newest('reporter') } };
}

/** How fetching a thread ended. */
export type LoadedThread = { ok: true; thread: Thread } | { ok: false; fault: DeskFault };

/**
 * Fetches a thread and opens what is in it. `first`: what was read in the envelope that began it. `known`: the entries that
 * were opened before, which are not fetched again.
 */
export async function loadThread(
  api: Api,
  vault: VaultClient,
  threadId: string,
  first: FirstRead,
  known: readonly ThreadEntry[] = [],
): Promise<LoadedThread> {
  const rows: MessageRow[] = [];
  // The row as it was with the entries, which come with the first page.
  let fitsAt: ThreadRow | undefined;
  let newest: EntryRow[] = [];
  const pages = await allPages(
    (after) => api.thread(threadId, after),
    (page) => {
      if (!fitsAt) [fitsAt, newest] = [page.thread, page.entries ?? []];
      rows.push(...page.messages);
      return page.next;
    },
  );
  if (!pages.ok) return pages;
  if (!fitsAt) return { ok: false, fault: { code: 'unreadable' } };
  const opening = await vault.open(rows.map((message) => sealedOf(message, threadId, first.mailbox)));
  if (!opening.ok) return { ok: false, fault: opening };
  const { messages, next } = readMessages(rows, opening.opened, first);
  const loaded = await loadEntries(api, vault, threadId, newest, known);
  if (!loaded.ok) return loaded;
  const { entries } = loaded;
  const said = newestState(
    entries.map(({ row }) => row),
    entries.map(({ opened }) => opened),
    first,
  );
  const named = said === 'broken' ? null : said;
  const fits = said !== 'broken' && fitsAt.entry === named?.id && fitsRow(fitsAt, first, named);
  return { ok: true, thread: { row: pages.last.thread, messages, entries, next, said: named, fits } };
}
