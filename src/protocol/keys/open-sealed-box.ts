import nacl from 'tweetnacl';
import type { Item, ItemFault, Place } from '../items/item.ts';
import type { CentrePair } from '../seal/centre-pair.ts';
import { type OpenBox, openEnvelope } from '../seal/envelope.ts';
import { sealedBoxNonce } from '../seal/sealed-box.ts';
import { keyIndex } from '../wire/centre-key.ts';
import { type EnvelopeFault, SEALED_BOX } from '../wire/envelope.ts';

/** Why a sealed box does not open: no secret key has its key id, or the box is not one made for that key. */
type BoxFault = 'key_unknown' | 'box_broken';

/** Why a sealed envelope does not open. */
export type OpenFault = EnvelopeFault | ItemFault | BoxFault;

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

/** Opens sealed boxes with whichever of the centre's pairs the key id names. */
export function openSealedBox(pairs: readonly CentrePair[]): OpenBox<BoxFault> {
  return ({ keyId, box }) => {
    const pair = pairs[keyIndex(pairs, keyId)];
    if (!pair) return 'key_unknown';
    return openBox(box, pair) ?? 'box_broken';
  };
}

/** Opens what anyone may have sealed to the centre. For the desk and the tools alone. */
export function openSealed(
  envelope: Uint8Array,
  pairs: readonly CentrePair[],
  place: Place,
): { ok: true; item: Item } | { ok: false; code: OpenFault } {
  return openEnvelope(envelope, { [SEALED_BOX]: openSealedBox(pairs) }, place);
}
