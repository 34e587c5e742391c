import { utf8 } from '../../src/protocol/wire/bytes.ts';

/** What a derived key is for: to make HMAC-SHA256 (RFC 2104), or to seal and open with AES-256-GCM. */
const PURPOSES = {
  mac: { how: { name: 'HMAC', hash: 'SHA-256', length: 256 }, uses: ['sign'] },
  seal: { how: { name: 'AES-GCM', length: 256 }, uses: ['encrypt', 'decrypt'] },
} as const;

/**
 * A key for one purpose from a secret: HKDF-SHA256 (RFC 5869) without a salt, 32 bytes, which never leave it. `label` names
 * the purpose, so that no two of them ever share a key.
 */
export async function deriveKey(
  secret: Uint8Array<ArrayBuffer>,
  label: string,
  purpose: keyof typeof PURPOSES,
): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const from = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(label) };
  const { how, uses } = PURPOSES[purpose];
  return crypto.subtle.deriveKey(from, key, how, false, [...uses]);
}

/** HMAC-SHA256 (RFC 2104), 32 bytes. */
export async function hmac(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
}
