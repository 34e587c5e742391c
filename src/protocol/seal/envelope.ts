import type { Any, Carrier } from '../items/carrier.ts';
import { type Item, type ItemFault, type Place, readItem, writeItem } from '../items/item.ts';
import { WAYS } from '../items/kinds.ts';
import { concatBytes } from '../wire/bytes.ts';
import {
  type EnvelopeFault,
  type EnvelopeParts,
  type EnvelopeVersion,
  readEnvelope,
} from '../wire/envelope.ts';

/** Makes the box of one scheme around a padded plaintext; null where it must not be made for these keys. */
export type MakeBox = (padded: Uint8Array) => Uint8Array | null;

/** Opens the box of one scheme: the padded plaintext, or why it doesn't open. */
export type OpenBox<Fault extends string> = (parts: EnvelopeParts) => Uint8Array | Fault;

/**
 * Puts an item into an envelope: version, key id of the centre, and the box that `makeBox` makes. Null when the item is
 * too large for its kind, or there is no box.
 */
export function sealEnvelope(
  version: EnvelopeVersion,
  keyId: Uint8Array,
  makeBox: MakeBox,
  item: Item,
): Uint8Array<ArrayBuffer> | null {
  const padded = writeItem(item);
  const box = padded && makeBox(padded);
  return box && concatBytes(Uint8Array.of(version), keyId, box);
}

/**
 * Opens an envelope that came by a way with what opens its box, and checks that the item may come so and belongs to the
 * place where it was found.
 */
export function openEnvelope<One extends Any, Fault extends string>(
  envelope: Uint8Array,
  carrier: Carrier<One>,
  open: OpenBox<Fault>,
  place: Place,
): { ok: true; item: One } | { ok: false; code: EnvelopeFault | ItemFault | Fault } {
  const read = readEnvelope(envelope);
  if (!read.ok) return read;
  if (read.parts.version !== WAYS[carrier.way].version) return { ok: false, code: 'envelope_version' };
  const padded = open(read.parts);
  return typeof padded === 'string' ? { ok: false, code: padded } : readItem(padded, carrier, place);
}
