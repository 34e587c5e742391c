import type * as z from 'zod/mini';
import { utf8 } from '../wire/bytes.ts';
import { pad, unpad } from '../wire/padding.ts';
import type { Any, Carrier } from './carrier.ts';
import type { Referral } from './kinds/referral.ts';
import type { Request } from './kinds/request.ts';
import { KINDS, type Way } from './kinds.ts';
import type { ANSWER } from './ways/answer.ts';
import type { HANDING_ON } from './ways/handing-on.ts';
import type { OWN } from './ways/own.ts';
import type { REPORT } from './ways/report.ts';

type Carriers = {
  report: typeof REPORT;
  answer: typeof ANSWER;
  'handing-on': typeof HANDING_ON;
  own: typeof OWN;
};

/** What may come by a way. */
export type ItemBy<By extends Way> = z.infer<Carriers[By]['carries']>;

/** Everything that travels in an envelope. */
export type Item = ItemBy<Way>;

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
 * this version, or none that may come this way, or it belongs to another row.
 */
export type ItemFault = 'item_malformed' | 'item_unknown' | 'item_elsewhere';

/** An item as the padded plaintext of an envelope: JSON, UTF-8, ISO/IEC 7816-4. Null when it is too large for its kind. */
export function writeItem(item: Item): Uint8Array<ArrayBuffer> | null {
  return pad(utf8(JSON.stringify(item)), KINDS[item.kind].rests);
}

/** Reads what `writeItem` wrote, as it comes by a way, and checks that it belongs to the place where it was found. */
export function readItem<One extends Any>(
  padded: Uint8Array,
  { carries }: Carrier<One>,
  place: Place,
): { ok: true; item: One } | { ok: false; code: ItemFault } {
  const bytes = unpad(padded);
  if (!bytes) return { ok: false, code: 'item_malformed' };
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return { ok: false, code: 'item_malformed' };
  }
  const parsed = carries.safeParse(json);
  if (!parsed.success) return { ok: false, code: 'item_unknown' };
  const item = parsed.data;
  if (item.thread !== place.thread || item.id !== place.id) return { ok: false, code: 'item_elsewhere' };
  return { ok: true, item };
}
