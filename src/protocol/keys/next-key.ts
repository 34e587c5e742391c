import { type CentrePair, type CentreSecret, centrePair } from '../seal/centre-pair.ts';
import { isLowOrder } from '../seal/low-order.ts';
import { makeSealedBox } from '../seal/sealed-box.ts';
import { concatBytes, fromBase64url, toBase64url } from '../wire/bytes.ts';
import type { CentreKey } from '../wire/centre-key.ts';
import type { SealedNextKey } from '../wire/next-key.ts';
import { giveWord, isWord } from './centre-word.ts';
import { openBox } from './open-sealed-box.ts';

const SECRET_BYTES = 64;

const bytesOf = (text: string) => fromBase64url(text) ?? new Uint8Array();

/** What is signed: the member's id (16 bytes), so that no box is another's, and the box. */
const signedBytes = (member: string, box: Uint8Array) => concatBytes(bytesOf(member), box);

/**
 * Seals the next centre key to the own key of a member: libsodium's `crypto_box_seal` of its X25519 secret key and Ed25519
 * seed, signed by the key before it. Null where the own key is one that everybody could open.
 */
export function sealNextKey(
  next: CentreSecret,
  { id, boxKey }: { id: string; boxKey: string },
  before: CentreSecret,
): SealedNextKey | null {
  const recipient = bytesOf(boxKey);
  if (recipient.length !== 32 || isLowOrder(recipient)) return null;
  const secret = concatBytes(next.secretKey, next.signingSeed);
  const box = makeSealedBox(recipient)(secret);
  secret.fill(0);
  if (!box) return null;
  return { box: toBase64url(box), signature: toBase64url(giveWord('next', signedBytes(id, box), before)) };
}

/**
 * Opens what was sealed to a member's own key. Null where none of the keys that they hold signed it for them, or it is for
 * another own key.
 */
export function openNextKey(
  { box, signature }: SealedNextKey,
  member: string,
  own: { publicKey: Uint8Array; secretKey: Uint8Array },
  keys: readonly CentreKey[],
): CentrePair | null {
  const sealed = bytesOf(box);
  if (!isWord('next', signedBytes(member, sealed), bytesOf(signature), keys)) return null;
  const secret = openBox(sealed, own);
  if (secret?.length !== SECRET_BYTES) return null;
  return centrePair({ secretKey: secret.slice(0, 32), signingSeed: secret.slice(32) });
}
