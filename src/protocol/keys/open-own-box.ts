import type { ItemBy, Place } from '../items/item.ts';
import { ANSWER } from '../items/ways/answer.ts';
import { OWN } from '../items/ways/own.ts';
import { type AuthenticatedFault, type EndsOf, openAuthenticatedBox } from '../seal/authenticated-box.ts';
import type { CentrePair } from '../seal/centre-pair.ts';
import { openEnvelope } from '../seal/envelope.ts';
import { keyIndex } from '../wire/centre-key.ts';

type Opened<By extends 'answer' | 'own'> =
  | { ok: true; item: ItemBy<By> }
  | { ok: false; code: AuthenticatedFault };

/** The ends of what the centre boxed, with whichever of its pairs the key id names. */
function endsOf(pairs: readonly CentrePair[], recipient: (centre: CentrePair) => Uint8Array): EndsOf {
  return (keyId) => {
    const centre = pairs[keyIndex(pairs, keyId)];
    return centre ? { centre, otherPublicKey: recipient(centre), ownSecretKey: centre.secretKey } : null;
  };
}

/** The ends of what the centre boxed to itself. */
export const ownEnds = (pairs: readonly CentrePair[]) => endsOf(pairs, ({ publicKey }) => publicKey);

/** The ends of what the centre boxed to a mailbox (X25519 public key, 32 bytes). */
export const givenEnds = (pairs: readonly CentrePair[], mailbox: Uint8Array) => endsOf(pairs, () => mailbox);

/** Opens what the centre boxed to itself. For the desk and the tools alone. */
export function openOwn(envelope: Uint8Array, pairs: readonly CentrePair[], place: Place): Opened<'own'> {
  const open = openAuthenticatedBox(ownEnds(pairs));
  return openEnvelope(envelope, OWN, open, place);
}

/** Opens what the centre boxed to a mailbox (X25519 public key, 32 bytes). For the desk and the tools alone. */
export function openGivenAnswer(
  envelope: Uint8Array,
  pairs: readonly CentrePair[],
  mailbox: Uint8Array,
  place: Place,
): Opened<'answer'> {
  const open = openAuthenticatedBox(givenEnds(pairs, mailbox));
  return openEnvelope(envelope, ANSWER, open, place);
}
