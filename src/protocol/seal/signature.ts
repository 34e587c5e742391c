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
