import { boxKey, importX25519, type X25519Key } from '../../../protocol/keys/box-key.ts';
import { ephemeralKeyOf } from '../../../protocol/keys/open-sealed-box.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import { keyIndex } from '../../../protocol/wire/centre-key.ts';
import type { EnvelopeParts } from '../../../protocol/wire/envelope.ts';

/** The centre's pairs as the browser's own WebCrypto has them, in the order of the pairs; null where it has no X25519. */
export type QuickKeys = readonly (X25519Key | null)[];

/** Hands the secret keys of pairs to WebCrypto. */
export const quickKeysOf = (pairs: readonly CentrePair[]): Promise<QuickKeys> =>
  Promise.all(pairs.map(({ secretKey }) => importX25519(secretKey)));

/** The key of a sealed box, when WebCrypto can make it with one of the pairs; else null, and the box is opened without. */
export async function quickBoxKey(
  { keyId, box }: EnvelopeParts,
  pairs: readonly CentrePair[],
  quick: QuickKeys,
): Promise<Uint8Array | null> {
  const own = quick[keyIndex(pairs, keyId)];
  return own ? boxKey(ephemeralKeyOf(box), own) : null;
}
