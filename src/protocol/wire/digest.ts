import { blake2b } from '@noble/hashes/blake2.js';

/** Bytes of the digest of an envelope. */
export const DIGEST_BYTES = 32;

/** The digest by which an envelope is known without being shown: BLAKE2b-256 (RFC 7693) of all its bytes. */
export function digestOf(envelope: Uint8Array): Uint8Array {
  return blake2b(envelope, { dkLen: DIGEST_BYTES });
}
