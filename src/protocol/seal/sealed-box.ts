import { blake2b } from '@noble/hashes/blake2.js';
import nacl from 'tweetnacl';
import type { Item } from '../items/item.ts';
import { concatBytes } from '../wire/bytes.ts';
import type { CentreKey } from '../wire/centre-key.ts';
import { SEALED_BOX } from '../wire/envelope.ts';
import { type MakeBox, sealEnvelope } from './envelope.ts';

/** The nonce of a sealed box: BLAKE2b-192(ephemeral public key ‖ recipient's public key), as libsodium draws it. */
export function sealedBoxNonce(ephemeralPublicKey: Uint8Array, recipientPublicKey: Uint8Array): Uint8Array {
  return blake2b(concatBytes(ephemeralPublicKey, recipientPublicKey), { dkLen: nacl.box.nonceLength });
}

/** Makes libsodium's `crypto_box_seal` to a 32-byte X25519 public key. */
export function makeSealedBox(recipientPublicKey: Uint8Array): MakeBox {
  return (padded) => {
    const ephemeral = nacl.box.keyPair();
    const nonce = sealedBoxNonce(ephemeral.publicKey, recipientPublicKey);
    const box = nacl.box(padded, nonce, recipientPublicKey, ephemeral.secretKey);
    ephemeral.secretKey.fill(0);
    return concatBytes(ephemeral.publicKey, box);
  };
}

/**
 * Seals an item to the centre: envelope version 0x01. After this the browser that sealed it cannot open it either.
 * Gives null when the item is too large for its kind.
 */
export function sealItem(
  item: Item,
  { keyId, publicKey }: Pick<CentreKey, 'keyId' | 'publicKey'>,
): Uint8Array<ArrayBuffer> | null {
  return sealEnvelope(SEALED_BOX, keyId, makeSealedBox(publicKey), item);
}
