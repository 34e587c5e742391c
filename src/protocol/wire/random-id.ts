import { toBase64url } from './bytes.ts';

/** Draws an id: 128 random bits as base64url (22 characters). */
export function randomId(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(16)));
}
