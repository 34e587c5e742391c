import { concatBytes, fromBase64url, toBase64url, utf8 } from '../../src/protocol/bytes.ts';

/** Milliseconds for which a challenge can be used: stretching a passphrase takes its time on an old telephone. */
export const CHALLENGE_LIFETIME = 5 * 60 * 1000;

const TIME_BYTES = 8;

/**
 * Makes a sign-in challenge: base64url(time ‖ HMAC-SHA256(pepper, 'challenge' ‖ time ‖ name key)), where time is Unix
 * milliseconds in 8 bytes, big-endian. Nothing is stored, so asking for challenges costs the store nothing.
 */
export async function drawChallenge(pepper: Uint8Array, nameKey: string, nowMs: number): Promise<string> {
  const time = new Uint8Array(TIME_BYTES);
  new DataView(time.buffer).setBigUint64(0, BigInt(nowMs));
  const tag = await crypto.subtle.sign('HMAC', await hmacKey(pepper), challengeText(time, nameKey));
  return toBase64url(concatBytes(time, new Uint8Array(tag)));
}

/**
 * When a challenge was made, in Unix milliseconds; null when it is not ours, is for another name, or has expired.
 * Whether it was used before is for the store to say.
 */
export async function readChallenge(
  pepper: Uint8Array,
  nameKey: string,
  challenge: string,
  nowMs: number,
): Promise<number | null> {
  const bytes = fromBase64url(challenge) ?? new Uint8Array();
  const time = bytes.slice(0, TIME_BYTES);
  const tag = bytes.slice(TIME_BYTES);
  const text = challengeText(time, nameKey);
  if (!(await crypto.subtle.verify('HMAC', await hmacKey(pepper), tag, text))) return null;
  const issuedAt = Number(new DataView(time.buffer).getBigUint64(0));
  return issuedAt <= nowMs && nowMs < issuedAt + CHALLENGE_LIFETIME ? issuedAt : null;
}

/** The salt (16 bytes, base64url) shown for a name that nobody has: always the same one, as a real name's is. */
export async function inventedSalt(pepper: Uint8Array, nameKey: string): Promise<string> {
  const hash = await crypto.subtle.sign('HMAC', await hmacKey(pepper), utf8(`salt${nameKey}`));
  return toBase64url(new Uint8Array(hash, 0, 16));
}

function challengeText(time: Uint8Array, nameKey: string): Uint8Array<ArrayBuffer> {
  return concatBytes(utf8('challenge'), time, utf8(nameKey));
}

function hmacKey(pepper: Uint8Array): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new Uint8Array(pepper), algorithm, false, ['sign', 'verify']);
}
