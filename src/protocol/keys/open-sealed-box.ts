import nacl from 'tweetnacl';
import type { ItemBy, ItemFault, Place } from '../items/item.ts';
import { REPORT } from '../items/ways/report.ts';
import type { CentrePair } from '../seal/centre-pair.ts';
import { type OpenBox, openEnvelope } from '../seal/envelope.ts';
import { sealedBoxNonce } from '../seal/sealed-box.ts';
import { keyIndex } from '../wire/centre-key.ts';
import type { EnvelopeFault } from '../wire/envelope.ts';

/** Why a sealed box does not open: no secret key has its key id, or the box is not one made for that key. */
type BoxFault = 'key_unknown' | 'box_broken';

/** Why a sealed envelope does not open. */
export type OpenFault = EnvelopeFault | ItemFault | BoxFault;

const EPHEMERAL_BYTES = nacl.box.publicKeyLength;

/** The public key that the sealer drew for this one box, 32 bytes; of a box that is too short, what there is. */
export const ephemeralKeyOf = (box: Uint8Array): Uint8Array<ArrayBuffer> => box.slice(0, EPHEMERAL_BYTES);

/**
 * libsodium's `crypto_box_seal_open` with an X25519 pair. Gives null when the box was not made for it. `key`: that of the box
 * where it is known already (box-key.ts); to work it out is nearly all that opening takes.
 */
export function openBox(
  sealed: Uint8Array,
  { publicKey, secretKey }: Pick<CentrePair, 'publicKey' | 'secretKey'>,
  key: Uint8Array | null = null,
): Uint8Array | null {
  if (sealed.length < EPHEMERAL_BYTES + nacl.box.overheadLength) return null;
  const ephemeralPublicKey = ephemeralKeyOf(sealed);
  const nonce = sealedBoxNonce(ephemeralPublicKey, publicKey);
  const shared = key ?? nacl.box.before(ephemeralPublicKey, secretKey);
  return nacl.box.open.after(sealed.subarray(EPHEMERAL_BYTES), nonce, shared);
}

/** Opens sealed boxes with whichever of the centre's pairs the key id names. `key` as for `openBox`. */
export function openSealedBox(
  pairs: readonly CentrePair[],
  key: Uint8Array | null = null,
): OpenBox<BoxFault> {
  return ({ keyId, box }) => {
    const pair = pairs[keyIndex(pairs, keyId)];
    if (!pair) return 'key_unknown';
    return openBox(box, pair, key) ?? 'box_broken';
  };
}

/** Opens what anyone may have sealed to the centre. For the desk and the tools alone. `key` as for `openBox`. */
export function openSealed(
  envelope: Uint8Array,
  pairs: readonly CentrePair[],
  place: Place,
  key: Uint8Array | null = null,
): { ok: true; item: ItemBy<'report'> } | { ok: false; code: OpenFault } {
  return openEnvelope(envelope, REPORT, openSealedBox(pairs, key), place);
}
