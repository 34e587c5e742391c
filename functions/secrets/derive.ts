import { utf8 } from '../../src/protocol/wire/bytes.ts';

/**
 * A key for one purpose from a secret: HKDF-SHA256 (RFC 5869) without a salt, 32 bytes. `label` names the purpose, so that
 * no two of them ever share a key.
 */
export async function deriveKey(
  secret: Uint8Array<ArrayBuffer>,
  label: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(label) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
}

/** HMAC-SHA256 (RFC 2104), 32 bytes. */
export async function hmac(
  key: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, how, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes));
}
