import { blake2b } from '@noble/hashes/blake2.js';
import { toBase64url, utf8 } from '../wire/bytes.ts';

/** What the secret of an invitation link gives: the token that the worker knows by its hash, and the wrapping key. */
export type InviteKeys = { token: Uint8Array<ArrayBuffer>; wrappingKey: Uint8Array };

/** Seconds for which an invitation link can be used: three days. */
export const INVITE_LIFETIME = 3 * 24 * 60 * 60;

/** Draws the secret of an invitation link: 32 random bytes as base64url, carried in the link's fragment only. */
export function drawInviteSecret(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * Splits the 32-byte secret of an invitation link by BLAKE2b-512 (RFC 7693) with a personalisation of its own, so
 * that the worker, which is shown the token, learns nothing of the key that wraps the vault.
 */
export function inviteKeys(secret: Uint8Array): InviteKeys {
  const bytes = blake2b(secret, { dkLen: 64, personalization: utf8('pag-asa-invite-1') });
  return { token: new Uint8Array(bytes.slice(0, 32)), wrappingKey: bytes.slice(32, 64) };
}
