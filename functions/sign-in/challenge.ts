import { concatBytes, fromBase64url, toBase64url, utf8 } from '../../src/protocol/wire/bytes.ts';

/** Milliseconds for which a challenge can be used: it is asked for when the passphrase is already stretched. */
export const CHALLENGE_LIFETIME = 5 * 60 * 1000;

/** Milliseconds by which one isolate's clock may be ahead of another's. */
const CLOCK_DIFFERENCE = 30_000;

const TIME_BYTES = 8;
const NONCE_BYTES = 16;

/** A challenge of ours that has not expired: what tells it apart, and when it expires (Unix milliseconds). */
export type Challenge = { nonce: Uint8Array; expiresAt: number };

/**
 * Makes a sign-in challenge: base64url(time ‖ nonce ‖ HMAC-SHA256(pepper, 'challenge' ‖ time ‖ nonce ‖ name key)),
 * where time is Unix milliseconds in 8 bytes, big-endian, and the nonce 16 random bytes. Nothing is stored, so asking
 * for challenges costs the store nothing.
 */
export async function drawChallenge(pepper: Uint8Array, nameKey: string, nowMs: number): Promise<string> {
  const head = new Uint8Array(TIME_BYTES + NONCE_BYTES);
  new DataView(head.buffer).setBigUint64(0, BigInt(nowMs));
  crypto.getRandomValues(head.subarray(TIME_BYTES));
  const tag = await crypto.subtle.sign('HMAC', await hmacKey(pepper), challengeText(head, nameKey));
  return toBase64url(concatBytes(head, new Uint8Array(tag)));
}

/**
 * Reads a challenge; null when it is not ours, is for another name, or has expired. Whether it was used before is for
 * the store to say.
 */
export async function readChallenge(
  pepper: Uint8Array,
  nameKey: string,
  challenge: string,
  nowMs: number,
): Promise<Challenge | null> {
  const bytes = fromBase64url(challenge) ?? new Uint8Array();
  const head = bytes.slice(0, TIME_BYTES + NONCE_BYTES);
  const tag = bytes.slice(TIME_BYTES + NONCE_BYTES);
  if (!(await crypto.subtle.verify('HMAC', await hmacKey(pepper), tag, challengeText(head, nameKey))))
    return null;
  const issuedAt = Number(new DataView(head.buffer).getBigUint64(0));
  const expiresAt = issuedAt + CHALLENGE_LIFETIME;
  const current = issuedAt <= nowMs + CLOCK_DIFFERENCE && nowMs < expiresAt;
  return current ? { nonce: head.slice(TIME_BYTES), expiresAt } : null;
}

/** The salt (16 bytes, base64url) shown for a name that nobody has: always the same one, as a real name's is. */
export async function inventedSalt(pepper: Uint8Array, nameKey: string): Promise<string> {
  const hash = await crypto.subtle.sign('HMAC', await hmacKey(pepper), utf8(`salt${nameKey}`));
  return toBase64url(new Uint8Array(hash, 0, 16));
}

function challengeText(head: Uint8Array, nameKey: string): Uint8Array<ArrayBuffer> {
  return concatBytes(utf8('challenge'), head, utf8(nameKey));
}

function hmacKey(pepper: Uint8Array): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new Uint8Array(pepper), algorithm, false, ['sign', 'verify']);
}
