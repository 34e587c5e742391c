import nacl from 'tweetnacl';
import { type Item, type ItemFault, type Place, readItem } from '../items/item.ts';
import { type CentrePair, centrePair, pairOf } from '../seal/centre-pair.ts';
import { sealedBoxNonce } from '../seal/seal.ts';
import { type EnvelopeFault, readEnvelope, SEALED_BOX } from '../wire/envelope.ts';

/** Why a sealed envelope does not open: no secret key has its key id, or the box is not one made for that key. */
export type OpenFault = EnvelopeFault | ItemFault | 'key_unknown' | 'box_broken';

const EPHEMERAL_BYTES = nacl.box.publicKeyLength;

/** libsodium's `crypto_box_seal_open` with an X25519 pair. Gives null when the box was not made for it. */
export function openBox(
  sealed: Uint8Array,
  { publicKey, secretKey }: Pick<CentrePair, 'publicKey' | 'secretKey'>,
): Uint8Array | null {
  if (sealed.length < EPHEMERAL_BYTES + nacl.box.overheadLength) return null;
  const ephemeralPublicKey = sealed.subarray(0, EPHEMERAL_BYTES);
  const nonce = sealedBoxNonce(ephemeralPublicKey, publicKey);
  return nacl.box.open(sealed.subarray(EPHEMERAL_BYTES), nonce, ephemeralPublicKey, secretKey);
}

/**
 * Opens an envelope of version 0x01 with whichever of the centre's pairs its key id names, and checks that what is
 * inside belongs to the row where it was found. For the desk and the tools alone.
 */
export function openSealed(
  envelope: Uint8Array,
  pairs: readonly CentrePair[],
  place: Place,
): { ok: true; item: Item } | { ok: false; code: OpenFault } {
  const read = readEnvelope(envelope);
  if (!read.ok) return read;
  if (read.parts.version !== SEALED_BOX) return { ok: false, code: 'envelope_version' };
  const { keyId, box } = read.parts;
  const pair = pairOf(pairs, keyId);
  if (!pair) return { ok: false, code: 'key_unknown' };
  const padded = openBox(box, pair);
  return padded ? readItem(padded, place) : { ok: false, code: 'box_broken' };
}

/** The same with 32-byte secret keys, whose pairs it makes each time: for one envelope, not for a store of them. */
export function openItem(
  envelope: Uint8Array,
  secretKeys: readonly Uint8Array[],
  place: Place,
): { ok: true; item: Item } | { ok: false; code: OpenFault } {
  return openSealed(envelope, secretKeys.map(centrePair), place);
}
