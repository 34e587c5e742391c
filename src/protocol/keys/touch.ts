import { utf8 } from '../wire/bytes.ts';

/**
 * The key that wraps the vault of a passkey (32 bytes): HKDF (RFC 5869) with SHA-256, without a salt, of the 32 bytes that the
 * passkey gives. They are as random as a key, so nothing is stretched.
 */
export async function touchWrappingKey(secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const algorithm = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: utf8('pag-asa vault wrap v1'),
  };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}
