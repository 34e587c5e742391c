import nacl from 'tweetnacl';
import { concatBytes, utf8 } from '../wire/bytes.ts';

/** A WebCrypto key for X25519, which leaves it only as what it makes. */
export type X25519Key = CryptoKey;

/** What PKCS #8 puts in front of the 32 bytes of an X25519 secret key: https://www.rfc-editor.org/rfc/rfc8410#section-7 */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20);

/** "expand 32-byte k": what Salsa20 has between its keys. https://cr.yp.to/snuffle/spec.pdf section 9 */
const SIGMA = utf8('expand 32-byte k');

/**
 * HSalsa20 of 16 bytes under a key of 32, into 32 bytes (https://cr.yp.to/snuffle/xsalsa-20110204.pdf section 2): tweetnacl
 * exports what its own parts are made of, and its types leave that out.
 */
type Lowlevel = {
  crypto_core_hsalsa20: (out: Uint8Array, input: Uint8Array, key: Uint8Array, sigma: Uint8Array) => void;
};
const { lowlevel } = nacl as unknown as { lowlevel: Lowlevel };

/** An X25519 secret key (32 bytes) for the browser's own WebCrypto; null where that has no X25519. */
export async function importX25519(secretKey: Uint8Array): Promise<X25519Key | null> {
  const wrapped = concatBytes(PKCS8, secretKey);
  try {
    return await crypto.subtle.importKey('pkcs8', wrapped, 'X25519', false, ['deriveBits']);
  } catch {
    return null;
  } finally {
    wrapped.fill(0);
  }
}

/**
 * The key of the boxes between an X25519 public key and an own key: NaCl's `crypto_box_beforenm`, as `nacl.box.before` gives
 * it, several times as quick. Null where WebCrypto makes none, as for public keys of low order.
 */
export async function boxKey(
  theirPublicKey: Uint8Array<ArrayBuffer>,
  own: X25519Key,
): Promise<Uint8Array | null> {
  try {
    const theirs = await crypto.subtle.importKey('raw', theirPublicKey, 'X25519', false, []);
    // A name of its own: the Worker's types, which stand beside a browser's in the tools, call `public` otherwise.
    const between = { name: 'X25519', public: theirs };
    const shared = new Uint8Array(await crypto.subtle.deriveBits(between, own, 256));
    const key = new Uint8Array(nacl.box.sharedKeyLength);
    lowlevel.crypto_core_hsalsa20(key, new Uint8Array(16), shared, SIGMA);
    shared.fill(0);
    return key;
  } catch {
    return null;
  }
}
