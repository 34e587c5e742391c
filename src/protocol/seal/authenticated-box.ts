import nacl from 'tweetnacl';
import type { Item, ItemFault, Place } from '../items/item.ts';
import { concatBytes } from '../wire/bytes.ts';
import { AUTHENTICATED_BOX, type EnvelopeFault } from '../wire/envelope.ts';
import { type CentrePair, centrePair } from './centre-pair.ts';
import { type MakeBox, type OpenBox, openEnvelope, sealEnvelope } from './envelope.ts';

/** Why an authenticated envelope does not open. */
export type AuthenticatedFault = EnvelopeFault | ItemFault | 'box_broken';

/**
 * Whether an X25519 public key is of low order: whatever the secret key, the shared key is then all zeros, and anybody
 * could open what is boxed to it. https://www.rfc-editor.org/rfc/rfc7748#section-6.1
 */
function isLowOrder(publicKey: Uint8Array): boolean {
  const any = new Uint8Array(nacl.box.secretKeyLength).fill(1);
  return nacl.scalarMult(any, publicKey).every((byte) => byte === 0);
}

/**
 * Makes libsodium's `crypto_box` with a random nonce before it. Both keys are X25519, 32 bytes. No box is made to a key
 * of low order.
 */
export function makeAuthenticatedBox(recipientPublicKey: Uint8Array, ownSecretKey: Uint8Array): MakeBox {
  return (padded) => {
    if (isLowOrder(recipientPublicKey)) return null;
    const nonce = crypto.getRandomValues(new Uint8Array(nacl.box.nonceLength));
    return concatBytes(nonce, nacl.box(padded, nonce, recipientPublicKey, ownSecretKey));
  };
}

/** Opens authenticated boxes from either end: the shared key of `crypto_box` is the same from both. */
export function openAuthenticatedBox(
  otherPublicKey: Uint8Array,
  ownSecretKey: Uint8Array,
): OpenBox<'box_broken'> {
  return ({ box }) => {
    const nonce = box.subarray(0, nacl.box.nonceLength);
    const sealed = box.subarray(nacl.box.nonceLength);
    return nacl.box.open(sealed, nonce, otherPublicKey, ownSecretKey) ?? 'box_broken';
  };
}

/**
 * Boxes an item from the centre to a mailbox, or to the centre itself: envelope version 0x02, with the id of the
 * centre's key. Both keys are X25519, 32 bytes. Gives null when the item is over 65,535 bytes, or when the recipient's
 * key is of low order.
 */
export function boxItem(
  item: Item,
  centreSecretKey: Uint8Array,
  recipientPublicKey: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  return boxFrom(item, centrePair(centreSecretKey), recipientPublicKey);
}

/** The same with a pair that is made already. */
export function boxFrom(
  item: Item,
  { keyId, secretKey }: CentrePair,
  recipientPublicKey: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  return sealEnvelope(AUTHENTICATED_BOX, keyId, makeAuthenticatedBox(recipientPublicKey, secretKey), item);
}

/**
 * Opens an envelope of version 0x02. The reporter gives the centre's public and the mailbox's secret key; the desk,
 * to read its own answers, the mailbox's public and the centre's secret key.
 */
export function openBoxedItem(
  envelope: Uint8Array,
  otherPublicKey: Uint8Array,
  ownSecretKey: Uint8Array,
  place: Place,
): { ok: true; item: Item } | { ok: false; code: AuthenticatedFault } {
  return openEnvelope(
    envelope,
    { [AUTHENTICATED_BOX]: openAuthenticatedBox(otherPublicKey, ownSecretKey) },
    place,
  );
}
