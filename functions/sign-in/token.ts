import { fromBase64url } from '../../src/protocol/wire/bytes.ts';

/** Bytes of every token that lets somebody in. */
export const TOKEN_BYTES = 32;

/**
 * Reads a token from base64url. What is no token gives fresh random bytes, which no row has: the request then goes
 * the same way, with the same work, as one with an unknown token.
 */
export function readToken(text: string): Uint8Array<ArrayBuffer> {
  const token = fromBase64url(text);
  return token?.length === TOKEN_BYTES ? token : crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
}
