import nacl from 'tweetnacl';
import * as z from 'zod/mini';
import type { CentreSecret } from '../seal/centre-pair.ts';
import { concatBytes, fromBase64url, toBase64url, utf8 } from '../wire/bytes.ts';
import { base64urlBytes, MOST_KEYS } from '../wire/fields.ts';

/**
 * The secret half of each of the centre's keys, newest first: X25519 and Ed25519, 32 bytes each, base64url. `own`: that of
 * the own key of the member whose vault it is (own-key.ts); key files, and what lets somebody in, have none.
 */
export const Vault = z.object({
  v: z.literal(2),
  keys: z
    .array(z.object({ secretKey: base64urlBytes(32), signingSeed: base64urlBytes(32) }))
    .check(z.minLength(1), z.maxLength(MOST_KEYS)),
  own: z.optional(base64urlBytes(32)),
});
export type Vault = z.infer<typeof Vault>;

/** Bytes that wrapping adds to the JSON of a vault: nonce and tag. */
const OVERHEAD = nacl.secretbox.nonceLength + nacl.secretbox.overheadLength;

/** Wraps a vault with a 32-byte key: nonce (24 bytes) ‖ secretbox of its JSON. */
export function wrapVault(vault: Vault, wrappingKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = crypto.getRandomValues(new Uint8Array(nacl.secretbox.nonceLength));
  return concatBytes(nonce, nacl.secretbox(utf8(JSON.stringify(vault)), nonce, wrappingKey));
}

/** Unwraps a vault. Gives null when the key is not the one that wrapped it, or the bytes are no wrapped vault. */
export function unwrapVault(wrapped: Uint8Array, wrappingKey: Uint8Array): Vault | null {
  if (wrapped.length < OVERHEAD) return null;
  const nonce = wrapped.subarray(0, nacl.secretbox.nonceLength);
  const bytes = nacl.secretbox.open(wrapped.subarray(nacl.secretbox.nonceLength), nonce, wrappingKey);
  return bytes && readVault(bytes);
}

/** Reads the JSON of a vault; null where it is none. */
export function readVault(bytes: Uint8Array): Vault | null {
  try {
    const parsed = Vault.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A vault of these keys, newest first, and of a member's own (32 bytes) where it is theirs. */
export function vaultOf(keys: readonly CentreSecret[], own?: Uint8Array): Vault {
  return {
    v: 2,
    ...(own && { own: toBase64url(own) }),
    keys: keys.map(({ secretKey, signingSeed }) => ({
      secretKey: toBase64url(secretKey),
      signingSeed: toBase64url(signingSeed),
    })),
  };
}

/** The keys of a vault as bytes, newest first. */
export function vaultKeys(vault: Vault): CentreSecret[] {
  return vault.keys.map((key) => ({ secretKey: bytes(key.secretKey), signingSeed: bytes(key.signingSeed) }));
}

/** The bytes of text that the schema has checked. */
const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();
