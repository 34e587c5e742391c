import { blake2b } from '@noble/hashes/blake2.js';
import * as z from 'zod/mini';
import { toBase64url } from './bytes.ts';
import { KEY_ID_BYTES } from './envelope.ts';
import { base64urlBytes } from './fields.ts';

/** The public half of a centre key as it stands in `/key.json`, in the pages and in print. */
export const CentrePublicKey = z.object({
  /** First 8 bytes of BLAKE2b-256 of the public key, base64url. */
  keyId: base64urlBytes(KEY_ID_BYTES),
  /** X25519 public key, 32 bytes, base64url. */
  publicKey: base64urlBytes(32),
  /** Thirty digits in six groups of five, for people to compare. */
  fingerprint: z.string().check(z.regex(/^\d{5}( \d{5}){5}$/)),
});
export type CentrePublicKey = z.infer<typeof CentrePublicKey>;

/** The id of a centre key: the first 8 bytes of BLAKE2b-256 (RFC 7693) of its 32-byte public key. */
export function keyIdOf(publicKey: Uint8Array): Uint8Array {
  return blake2b(publicKey, { dkLen: 32 }).slice(0, KEY_ID_BYTES);
}

/**
 * The fingerprint of a centre key: BLAKE2b-256 of the public key, cut into six runs of five bytes, each read as a
 * big-endian number modulo 100,000 and written as five digits. Digits are read aloud the same way in every
 * language; six groups carry just under 100 bits, so that a second key with the same fingerprint is out of reach.
 */
export function fingerprintOf(publicKey: Uint8Array): string {
  const hash = blake2b(publicKey, { dkLen: 32 });
  const groups: string[] = [];
  for (let start = 0; start < 30; start += 5) {
    const number = hash.subarray(start, start + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    groups.push(String(number % 100_000).padStart(5, '0'));
  }
  return groups.join(' ');
}

/** Everything that may be shown of a 32-byte X25519 public key. */
export function describeCentreKey(publicKey: Uint8Array): CentrePublicKey {
  return {
    keyId: toBase64url(keyIdOf(publicKey)),
    publicKey: toBase64url(publicKey),
    fingerprint: fingerprintOf(publicKey),
  };
}
