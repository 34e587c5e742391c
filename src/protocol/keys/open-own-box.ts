import type { Item, Place } from '../items/item.ts';
import { type AuthenticatedFault, openAuthenticatedBox } from '../seal/authenticated-box.ts';
import type { CentrePair } from '../seal/centre-pair.ts';
import { openEnvelope } from '../seal/envelope.ts';
import { keyIndex } from '../wire/centre-key.ts';
import { AUTHENTICATED_BOX } from '../wire/envelope.ts';

/**
 * Opens what the centre itself boxed, with whichever of its pairs the key id names: to a mailbox, whose X25519 public key
 * of 32 bytes is `recipient`, or to itself (`centre`). For the desk and the tools alone.
 */
export function openOwn(
  envelope: Uint8Array,
  pairs: readonly CentrePair[],
  recipient: Uint8Array | 'centre',
  place: Place,
): { ok: true; item: Item } | { ok: false; code: AuthenticatedFault } {
  const open = openAuthenticatedBox((keyId) => {
    const centre = pairs[keyIndex(pairs, keyId)];
    if (!centre) return null;
    const otherPublicKey = recipient === 'centre' ? centre.publicKey : recipient;
    return { centre, otherPublicKey, ownSecretKey: centre.secretKey };
  });
  return openEnvelope(envelope, { [AUTHENTICATED_BOX]: open }, place);
}
