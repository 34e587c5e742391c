import nacl from 'tweetnacl';
import { concatBytes, utf8 } from '../wire/bytes.ts';
import type { CentreKey } from '../wire/centre-key.ts';
import type { EnvelopeVersion } from '../wire/envelope.ts';
import type { CentrePair } from './centre-pair.ts';

/** What every signature of an item begins with, so that none made for anything else passes for one. */
const LABEL = /* @__PURE__ */ utf8('PAG-ASA desk item v2\0');

/** Bytes of an Ed25519 signature (RFC 8032). */
export const SIGNATURE_BYTES = nacl.sign.signatureLength;

const signedText = (version: EnvelopeVersion, keyId: Uint8Array, padded: Uint8Array) =>
  concatBytes(LABEL, Uint8Array.of(version), keyId, padded);

/** Signs a padded plaintext for an envelope of this version. */
export function signPadded(version: EnvelopeVersion, pair: CentrePair, padded: Uint8Array): Uint8Array {
  const { secretKey } = nacl.sign.keyPair.fromSeed(pair.signingSeed);
  const signature = nacl.sign.detached(signedText(version, pair.keyId, padded), secretKey);
  secretKey.fill(0);
  return signature;
}

/** Whether the centre itself signed a padded plaintext for an envelope of this version, with this key. */
export function isSigned(
  version: EnvelopeVersion,
  { keyId, signingKey }: CentreKey,
  padded: Uint8Array,
  signature: Uint8Array,
): boolean {
  return nacl.sign.detached.verify(signedText(version, keyId, padded), signature, signingKey);
}

/** A WebCrypto key for checking signatures of Ed25519. */
export type Ed25519Key = CryptoKey;

/** An Ed25519 public key (32 bytes) for the browser's own WebCrypto; null where that has no Ed25519, or it is no key. */
export async function importEd25519(signingKey: Uint8Array): Promise<Ed25519Key | null> {
  try {
    return await crypto.subtle.importKey('raw', signingKey.slice(), 'Ed25519', false, ['verify']);
  } catch {
    return null;
  }
}

/** What `isSigned` says, by the centre's signing key in WebCrypto, some fifty times as quick. */
export async function isSignedByKey(
  version: EnvelopeVersion,
  { keyId }: CentreKey,
  padded: Uint8Array,
  signature: Uint8Array,
  key: Ed25519Key,
): Promise<boolean> {
  return crypto.subtle.verify('Ed25519', key, signature.slice(), signedText(version, keyId, padded));
}
