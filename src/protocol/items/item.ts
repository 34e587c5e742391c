import * as z from 'zod/mini';
import { utf8 } from '../wire/bytes.ts';
import { pad, type Rest, unpad } from '../wire/padding.ts';
import { Draft } from './draft.ts';
import { DeskMessage, ReporterMessage } from './message.ts';
import { Note } from './note.ts';
import { Referral } from './referral.ts';
import { Request } from './request.ts';

/** Everything that travels in an envelope. */
export const Item = z.union([Referral, Request, ReporterMessage, DeskMessage, Note, Draft]);
export type Item = z.infer<typeof Item>;

/** What begins a thread: its id is the thread's, and it carries the mailbox to which answers go. */
export type FirstItem = Referral | Request;

/** Whether an item is one that begins a thread. */
export function isFirstItem(item: Item): item is FirstItem {
  return item.kind === 'referral' || item.kind === 'request';
}

/** Where an envelope was found: the opener compares it with what the envelope says, so that rows can't be swapped. */
export type Place = { thread: string; id: string };

/**
 * Why the inside of an envelope is not what it should be: the padding or text is broken, the JSON fits no schema of
 * this version, or it belongs to another row.
 */
export type ItemFault = 'item_malformed' | 'item_unknown' | 'item_elsewhere';

/** Where the envelope of each kind comes to rest, which says how large it may be. */
const RESTS: Record<Item['kind'], Rest> = {
  referral: 'threads',
  request: 'threads',
  message: 'messages',
  note: 'entries',
  draft: 'tab',
};

/** An item as the padded plaintext of an envelope: JSON, UTF-8, ISO/IEC 7816-4. Null when it is too large for its kind. */
export function writeItem(item: Item): Uint8Array<ArrayBuffer> | null {
  return pad(utf8(JSON.stringify(item)), RESTS[item.kind]);
}

/** Reads what `writeItem` wrote and checks that it belongs to the place where it was found. */
export function readItem(
  padded: Uint8Array,
  place: Place,
): { ok: true; item: Item } | { ok: false; code: ItemFault } {
  const bytes = unpad(padded);
  if (!bytes) return { ok: false, code: 'item_malformed' };
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return { ok: false, code: 'item_malformed' };
  }
  const parsed = Item.safeParse(json);
  if (!parsed.success) return { ok: false, code: 'item_unknown' };
  const item = parsed.data;
  if (item.thread !== place.thread || item.id !== place.id) return { ok: false, code: 'item_elsewhere' };
  return { ok: true, item };
}
