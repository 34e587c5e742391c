import type { Item } from '../../src/protocol/items/item.ts';
import { boxItem } from '../../src/protocol/seal/authenticated-box.ts';
import { drawPair } from '../../src/protocol/seal/centre-pair.ts';
import type { CentreKey } from '../../src/protocol/wire/centre-key.ts';

/**
 * An answer as whoever holds the receipt code can make it, with the public keys of the centre: its box opens from both
 * ends, for the shared key is the same; what they can't make is the signature.
 */
export function forgedAnswer(item: Item, centre: CentreKey, mailboxSecretKey: Uint8Array): Uint8Array {
  const { keyId, publicKey, signingKey } = centre;
  const { signingSeed } = drawPair();
  const forger = { keyId, publicKey, signingKey, secretKey: mailboxSecretKey, signingSeed };
  return boxItem(item, forger, publicKey) ?? new Uint8Array();
}
