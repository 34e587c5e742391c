import nacl from 'tweetnacl';
import type { CentrePair } from '../seal/centre-pair.ts';
import { type AuditLink, writeLink } from '../wire/audit-link.ts';
import { concatBytes, utf8 } from '../wire/bytes.ts';
import type { CentreKey } from '../wire/centre-key.ts';
import type { LinkFields } from '../wire/link-fields.ts';

/** What every signature of a link begins with, so that none made for anything else passes for one. */
const LABEL = /* @__PURE__ */ utf8('PAG-ASA desk audit v1\0');

/** A link, signed by the centre: what it says, the id of the key, and the signature. */
export function signLink(fields: LinkFields, pair: CentrePair): Uint8Array<ArrayBuffer> {
  const signed = concatBytes(writeLink(fields), pair.keyId);
  const { secretKey } = nacl.sign.keyPair.fromSeed(pair.signingSeed);
  const signature = nacl.sign.detached(concatBytes(LABEL, signed), secretKey);
  secretKey.fill(0);
  return concatBytes(signed, signature);
}

/** Whether the centre signed a link with this key. */
export function isSignedLink({ signed, signature }: AuditLink, { signingKey }: CentreKey): boolean {
  return nacl.sign.detached.verify(concatBytes(LABEL, signed), signature, signingKey);
}
