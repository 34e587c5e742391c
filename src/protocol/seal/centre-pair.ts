import nacl from 'tweetnacl';
import { type CentreKey, centreKeyOf } from '../wire/centre-key.ts';

/** The secret half of a centre key: X25519 secret key, and the seed of its Ed25519 pair (RFC 8032). 32 bytes each. */
export type CentreSecret = { secretKey: Uint8Array; signingSeed: Uint8Array };

/**
 * Both halves of a centre key. Whoever opens many envelopes makes it once: the public keys cost as much as opening an
 * envelope does.
 */
export type CentrePair = CentreKey & CentreSecret;

/** The pair of a secret half, which is taken over, not copied: zeroing the pair zeroes it. */
export function centrePair({ secretKey, signingSeed }: CentreSecret): CentrePair {
  const signing = nacl.sign.keyPair.fromSeed(signingSeed);
  signing.secretKey.fill(0);
  return { ...centreKeyOf(nacl.scalarMult.base(secretKey), signing.publicKey), secretKey, signingSeed };
}

/** Draws a pair. */
export function drawPair(): CentrePair {
  return centrePair({ secretKey: nacl.randomBytes(32), signingSeed: nacl.randomBytes(32) });
}

/** Zeroes what is secret of a pair. */
export function forgetPair({ secretKey, signingSeed }: CentreSecret): void {
  secretKey.fill(0);
  signingSeed.fill(0);
}
