import { blake2b } from '@noble/hashes/blake2.js';
import * as z from 'zod/mini';
import { concatBytes, equalBytes, fromBase64url, toBase64url } from './bytes.ts';
import { KEY_ID_BYTES } from './envelope.ts';
import { base64urlBytes, MOST_KEYS } from './fields.ts';

/** The public half of a centre key: X25519, to which is sealed, and Ed25519, by which answers are known. 32 bytes each. */
export type CentreKey = { keyId: Uint8Array; publicKey: Uint8Array; signingKey: Uint8Array };

/** The public half of a centre key as it stands in `/key.json`, in the pages and in print. */
export const CentrePublicKey = z.object({
  /** First 8 bytes of BLAKE2b-256 of both public keys, base64url. */
  keyId: base64urlBytes(KEY_ID_BYTES),
  /** X25519 public key, 32 bytes, base64url. */
  publicKey: base64urlBytes(32),
  /** Ed25519 public key, 32 bytes, base64url. */
  signingKey: base64urlBytes(32),
  /** Thirty digits in six groups of five, for people to compare. */
  fingerprint: z.string().check(z.regex(/^\d{5}( \d{5}){5}$/)),
});
export type CentrePublicKey = z.infer<typeof CentrePublicKey>;

/** What `/key.json` and the public file of `npm run keys` hold: every key, newest first, and what they were drawn for. */
export const PublishedKeys = z.object({
  use: z.enum(['production', 'local']),
  keys: z.array(CentrePublicKey).check(z.minLength(1), z.maxLength(MOST_KEYS)),
});
export type PublishedKeys = z.infer<typeof PublishedKeys>;

const hashOf = (publicKey: Uint8Array, signingKey: Uint8Array) =>
  blake2b(concatBytes(publicKey, signingKey), { dkLen: 32 });

/** A centre key of its two public keys, with its id: the first 8 bytes of BLAKE2b-256 (RFC 7693) of both. */
export function centreKeyOf(publicKey: Uint8Array, signingKey: Uint8Array): CentreKey {
  return { keyId: hashOf(publicKey, signingKey).slice(0, KEY_ID_BYTES), publicKey, signingKey };
}

/**
 * The fingerprint of a centre key: BLAKE2b-256 of both public keys, cut into six runs of five bytes, each read as a
 * big-endian number modulo 100,000 and written as five digits. Digits are read aloud the same way in every
 * language; six groups carry just under 100 bits, so that a second key with the same fingerprint is out of reach.
 */
export function fingerprintOf({ publicKey, signingKey }: CentreKey): string {
  const hash = hashOf(publicKey, signingKey);
  const groups: string[] = [];
  for (let start = 0; start < 30; start += 5) {
    const number = hash.subarray(start, start + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    groups.push(String(number % 100_000).padStart(5, '0'));
  }
  return groups.join(' ');
}

/** Everything that may be shown of a centre key. */
export function describeCentreKey(key: CentreKey): CentrePublicKey {
  return {
    keyId: toBase64url(key.keyId),
    publicKey: toBase64url(key.publicKey),
    signingKey: toBase64url(key.signingKey),
    fingerprint: fingerprintOf(key),
  };
}

/** The key that was described, or null where its parts contradict each other. */
export function describedKey(described: CentrePublicKey): CentreKey | null {
  const key = readCentreKey(described.publicKey + described.signingKey);
  const again = key && describeCentreKey(key);
  return again?.keyId === described.keyId && again.fingerprint === described.fingerprint ? key : null;
}

/** A centre key as pages carry it: both public keys, base64url, one behind the other. */
export const pageKey = ({ publicKey, signingKey }: CentrePublicKey) => publicKey + signingKey;

/** Reads what `pageKey` wrote; null where it is anything else. */
export function readCentreKey(text: string): CentreKey | null {
  const half = text.length / 2;
  const [publicKey, signingKey] = [fromBase64url(text.slice(0, half)), fromBase64url(text.slice(half))];
  if (publicKey?.length !== 32 || signingKey?.length !== 32) return null;
  return centreKeyOf(publicKey, signingKey);
}

/** Which of several keys an id names: its place among them, or -1. */
export function keyIndex(keys: readonly Pick<CentreKey, 'keyId'>[], keyId: Uint8Array): number {
  return keys.findIndex((key) => equalBytes(key.keyId, keyId));
}
