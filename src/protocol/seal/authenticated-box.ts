import nacl from 'tweetnacl';
import type { Item, ItemBy, ItemFault, Place } from '../items/item.ts';
import { ANSWER } from '../items/ways/answer.ts';
import { concatBytes } from '../wire/bytes.ts';
import { type CentreKey, keyIndex } from '../wire/centre-key.ts';
import { AUTHENTICATED_BOX, type EnvelopeFault, type EnvelopeParts } from '../wire/envelope.ts';
import type { CentrePair } from './centre-pair.ts';
import { type MakeBox, type OpenBox, openEnvelope, sealEnvelope } from './envelope.ts';
import { isLowOrder } from './low-order.ts';
import { type Ed25519Key, isSigned, isSignedByKey, SIGNATURE_BYTES, signPadded } from './signature.ts';

/**
 * Why the box of an authenticated envelope does not open: no key has its key id, the box is not one between these two
 * ends, or what is in it was not signed by the centre.
 */
export type AuthenticatedBoxFault = 'key_unknown' | 'box_broken' | 'signature_broken';

/** Why an authenticated envelope does not open. */
export type AuthenticatedFault = EnvelopeFault | ItemFault | AuthenticatedBoxFault;

/**
 * Makes libsodium's `crypto_box` of the centre's signature and what it signs, with a random nonce before it. To an
 * X25519 public key of 32 bytes; no box is made to one of low order.
 */
export function makeAuthenticatedBox(recipientPublicKey: Uint8Array, pair: CentrePair): MakeBox {
  return (padded) => {
    if (isLowOrder(recipientPublicKey)) return null;
    const nonce = crypto.getRandomValues(new Uint8Array(nacl.box.nonceLength));
    const signed = concatBytes(signPadded(AUTHENTICATED_BOX, pair, padded), padded);
    return concatBytes(nonce, nacl.box(signed, nonce, recipientPublicKey, pair.secretKey));
  };
}

/** What opens an authenticated box from one of its ends: the key that signed, and of the two ends the keys to open it. */
export type Ends = { centre: CentreKey; otherPublicKey: Uint8Array; ownSecretKey: Uint8Array };

/** Finds the keys for a key id, or null. */
export type EndsOf = (keyId: Uint8Array) => Ends | null;

/** What lay in an authenticated box. It counts for nothing until its signature was looked at. */
type Unsigned = { centre: CentreKey; padded: Uint8Array; signature: Uint8Array };

function takeOut({ keyId, box }: EnvelopeParts, endsOf: EndsOf): Unsigned | AuthenticatedBoxFault {
  const ends = endsOf(keyId);
  if (!ends) return 'key_unknown';
  const nonce = box.subarray(0, nacl.box.nonceLength);
  const sealed = box.subarray(nacl.box.nonceLength);
  const signed = nacl.box.open(sealed, nonce, ends.otherPublicKey, ends.ownSecretKey);
  if (!signed) return 'box_broken';
  const [signature, padded] = [signed.subarray(0, SIGNATURE_BYTES), signed.subarray(SIGNATURE_BYTES)];
  return { centre: ends.centre, padded, signature };
}

/**
 * Opens authenticated boxes from either end: the shared key of `crypto_box` is the same from both. So what is in one
 * counts only when the centre signed it.
 */
export function openAuthenticatedBox(endsOf: EndsOf): OpenBox<AuthenticatedBoxFault> {
  return (parts) => {
    const out = takeOut(parts, endsOf);
    if (typeof out === 'string') return out;
    const { centre, padded, signature } = out;
    return isSigned(AUTHENTICATED_BOX, centre, padded, signature) ? padded : 'signature_broken';
  };
}

/**
 * The same for one box, with its signature looked at by WebCrypto where that has the centre's signing key (`keyOf`, null
 * where it has not): that is nearly all that opening takes. Gives what opens this one box.
 */
export async function openAuthenticatedQuickly(
  parts: EnvelopeParts,
  endsOf: EndsOf,
  keyOf: (centre: CentreKey) => Ed25519Key | null,
): Promise<OpenBox<AuthenticatedBoxFault>> {
  const out = takeOut(parts, endsOf);
  if (typeof out === 'string') return () => out;
  const { centre, padded, signature } = out;
  const key = keyOf(centre);
  const signed = key
    ? await isSignedByKey(AUTHENTICATED_BOX, centre, padded, signature, key)
    : isSigned(AUTHENTICATED_BOX, centre, padded, signature);
  return () => (signed ? padded : 'signature_broken');
}

/**
 * Boxes an item from the centre to a mailbox (X25519 public key, 32 bytes), or to the centre itself: envelope version
 * 0x02, signed. Gives null when the item is too large for its kind, or when the recipient's key is of low order.
 */
export function boxItem(
  item: Item,
  pair: CentrePair,
  recipientPublicKey: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  return sealEnvelope(AUTHENTICATED_BOX, pair.keyId, makeAuthenticatedBox(recipientPublicKey, pair), item);
}

/** What opens boxes at a mailbox, by its secret key and whichever of the centre's keys a box names. */
export function openAtMailbox(
  keys: readonly CentreKey[],
  mailboxSecretKey: Uint8Array,
): OpenBox<AuthenticatedBoxFault> {
  return openAuthenticatedBox((keyId) => {
    const centre = keys[keyIndex(keys, keyId)];
    return centre ? { centre, otherPublicKey: centre.publicKey, ownSecretKey: mailboxSecretKey } : null;
  });
}

/** Opens what the centre boxed to a mailbox, with the mailbox's secret key and whichever of the centre's keys it names. */
export function openAnswer(
  envelope: Uint8Array,
  keys: readonly CentreKey[],
  mailboxSecretKey: Uint8Array,
  place: Place,
): { ok: true; item: ItemBy<'answer'> } | { ok: false; code: AuthenticatedFault } {
  return openEnvelope(envelope, ANSWER, openAtMailbox(keys, mailboxSecretKey), place);
}
