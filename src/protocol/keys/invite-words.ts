import { blake2b } from '@noble/hashes/blake2.js';
import { concatBytes, utf8 } from '../wire/bytes.ts';
import type { CentreKey } from '../wire/centre-key.ts';
import { SYLLABLES } from './drawn-passphrase.ts';

/** Words that are compared, and the syllables of each: 15 of 80 carry 94.8 bits. */
export const WORD_COUNT = 5;
const SYLLABLES_EACH = 3;

/** What the words depend on: the own key of who is invited, the invitation, and the centre's newest key. */
export type Compared = {
  /** X25519 public key, 32 bytes. */
  boxKey: Uint8Array;
  /** Bytes of the id of the invitation, 16. */
  invite: Uint8Array;
  centre: Pick<CentreKey, 'publicKey' | 'signingKey'>;
};

/**
 * The words that two people read to each other by telephone: BLAKE2b-512 with a personalisation of its own, as one number,
 * from its end, in the syllables of drawn passphrases. They are the same only where both browsers have the same own key,
 * invitation and centre key before them; whoever stands between would need some 2^94 tries to find another of these words.
 */
export function inviteWords({ boxKey, invite, centre }: Compared): string[] {
  const hashed = concatBytes(boxKey, invite, centre.publicKey, centre.signingKey);
  const hash = blake2b(hashed, { dkLen: 64, personalization: utf8('pag-asa-words-1\0') });
  let number = hash.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const count = BigInt(SYLLABLES.length);
  const syllable = () => {
    const at = Number(number % count);
    number /= count;
    return SYLLABLES[at] ?? '';
  };
  return Array.from({ length: WORD_COUNT }, () => Array.from({ length: SYLLABLES_EACH }, syllable).join(''));
}
