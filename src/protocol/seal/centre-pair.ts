import nacl from 'tweetnacl';
import { equalBytes } from '../wire/bytes.ts';
import { keyIdOf } from '../wire/centre-key.ts';

/**
 * A key pair of the centre, X25519, with its key id. Whoever opens many envelopes makes it once: the public key costs
 * as much as opening an envelope does.
 */
export type CentrePair = { keyId: Uint8Array; publicKey: Uint8Array; secretKey: Uint8Array };

/** The pair of a 32-byte secret key, which is taken over, not copied: zeroing the pair zeroes the key. */
export function centrePair(secretKey: Uint8Array): CentrePair {
  const publicKey = nacl.scalarMult.base(secretKey);
  return { keyId: keyIdOf(publicKey), publicKey, secretKey };
}

/** The pair that a key id names. */
export function pairOf(pairs: readonly CentrePair[], keyId: Uint8Array): CentrePair | undefined {
  return pairs.find((pair) => equalBytes(pair.keyId, keyId));
}
