import nacl from 'tweetnacl';
import * as z from 'zod/mini';
import { concatBytes, fromBase64url, utf8 } from '../wire/bytes.ts';
import { base64urlBytes } from '../wire/fields.ts';

/** The centre's secret keys, newest first: X25519, 32 bytes each, base64url. */
export const Vault = z.object({
  v: z.literal(1),
  secretKeys: z.array(base64urlBytes(32)).check(z.minLength(1), z.maxLength(32)),
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
  if (!bytes) return null;
  try {
    const parsed = Vault.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The secret keys of a vault as bytes, newest first. */
export function vaultKeys(vault: Vault): Uint8Array[] {
  return vault.secretKeys.map((key) => fromBase64url(key)).filter((key) => key !== null);
}
