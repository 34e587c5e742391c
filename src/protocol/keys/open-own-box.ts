import type { ItemBy, Place } from '../items/item.ts';
import { ANSWER } from '../items/ways/answer.ts';
import { OWN } from '../items/ways/own.ts';
import { type AuthenticatedFault, type Ends, openAuthenticatedBox } from '../seal/authenticated-box.ts';
import type { CentrePair } from '../seal/centre-pair.ts';
import { openEnvelope } from '../seal/envelope.ts';
import { keyIndex } from '../wire/centre-key.ts';

type Opened<By extends 'answer' | 'own'> =
  | { ok: true; item: ItemBy<By> }
  | { ok: false; code: AuthenticatedFault };

/** The ends of what the centre boxed, with whichever of its pairs the key id names. */
function endsOf(pairs: readonly CentrePair[], recipient: (centre: CentrePair) => Uint8Array) {
  return (keyId: Uint8Array): Ends | null => {
    const centre = pairs[keyIndex(pairs, keyId)];
    return centre ? { centre, otherPublicKey: recipient(centre), ownSecretKey: centre.secretKey } : null;
  };
}

/** Opens what the centre boxed to itself. For the desk and the tools alone. */
export function openOwn(envelope: Uint8Array, pairs: readonly CentrePair[], place: Place): Opened<'own'> {
  const open = openAuthenticatedBox(endsOf(pairs, ({ publicKey }) => publicKey));
  return openEnvelope(envelope, OWN, open, place);
}

/** Opens what the centre boxed to a mailbox (X25519 public key, 32 bytes). For the desk and the tools alone. */
export function openGivenAnswer(
  envelope: Uint8Array,
  pairs: readonly CentrePair[],
  mailbox: Uint8Array,
  place: Place,
): Opened<'answer'> {
  const open = openAuthenticatedBox(endsOf(pairs, () => mailbox));
  return openEnvelope(envelope, ANSWER, open, place);
}
