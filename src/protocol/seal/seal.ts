import { blake2b } from '@noble/hashes/blake2.js';
import nacl from 'tweetnacl';
import { type Item, writeItem } from '../items/item.ts';
import { concatBytes } from '../wire/bytes.ts';
import { keyIdOf } from '../wire/centre-key.ts';
import { SEALED_BOX } from '../wire/envelope.ts';

/** The nonce of a sealed box: BLAKE2b-192(ephemeral public key ‖ recipient's public key), as libsodium draws it. */
export function sealedBoxNonce(ephemeralPublicKey: Uint8Array, recipientPublicKey: Uint8Array): Uint8Array {
  return blake2b(concatBytes(ephemeralPublicKey, recipientPublicKey), { dkLen: nacl.box.nonceLength });
}

/** libsodium's `crypto_box_seal` of any bytes to a 32-byte X25519 public key. */
export function sealBox(plaintext: Uint8Array, recipientPublicKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const ephemeral = nacl.box.keyPair();
  const nonce = sealedBoxNonce(ephemeral.publicKey, recipientPublicKey);
  const box = nacl.box(plaintext, nonce, recipientPublicKey, ephemeral.secretKey);
  ephemeral.secretKey.fill(0);
  return concatBytes(ephemeral.publicKey, box);
}

/**
 * Seals an item to the centre: envelope version 0x01. After this the browser that sealed it cannot open it either.
 * Gives null when the item is over 65,535 bytes.
 */
export function sealItem(item: Item, centrePublicKey: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const padded = writeItem(item);
  if (!padded) return null;
  const version = Uint8Array.of(SEALED_BOX);
  return concatBytes(version, keyIdOf(centrePublicKey), sealBox(padded, centrePublicKey));
}
