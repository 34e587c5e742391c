import nacl from 'tweetnacl';
import type { CentreSecret } from '../seal/centre-pair.ts';
import { concatBytes, utf8 } from '../wire/bytes.ts';
import type { CentreKey } from '../wire/centre-key.ts';

/** What the centre gives its word for, beside items: each begins otherwise, so that no word passes for another. */
const LABELS = {
  /** Whose an own key is. */
  vouch: 'PAG-ASA own key v1\0',
  /** Who the members are. */
  list: 'PAG-ASA member list v1\0',
  /** What comes after the key that signs. */
  next: 'PAG-ASA next key v1\0',
};
export type Word = keyof typeof LABELS;

const text = (word: Word, bytes: Uint8Array) => concatBytes(utf8(LABELS[word]), bytes);

/** The centre's word for these bytes: an Ed25519 signature (64 bytes) by the key whose secret half this is. */
export function giveWord(word: Word, bytes: Uint8Array, { signingSeed }: CentreSecret): Uint8Array {
  const { secretKey } = nacl.sign.keyPair.fromSeed(signingSeed);
  const signature = nacl.sign.detached(text(word, bytes), secretKey);
  secretKey.fill(0);
  return signature;
}

/** Whether one of these keys of the centre gave that word for these bytes. */
export function isWord(
  word: Word,
  bytes: Uint8Array,
  signature: Uint8Array,
  keys: readonly Pick<CentreKey, 'signingKey'>[],
): boolean {
  if (signature.length !== nacl.sign.signatureLength) return false;
  return keys.some(({ signingKey }) => nacl.sign.detached.verify(text(word, bytes), signature, signingKey));
}
