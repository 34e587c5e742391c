import { boxKey, importX25519, type X25519Key } from '../../../protocol/keys/box-key.ts';
import { ephemeralKeyOf } from '../../../protocol/keys/open-sealed-box.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import { type Ed25519Key, importEd25519 } from '../../../protocol/seal/signature.ts';
import { keyIndex } from '../../../protocol/wire/centre-key.ts';
import type { EnvelopeParts } from '../../../protocol/wire/envelope.ts';

/** A pair of the centre as the browser's own WebCrypto has it; null what it has no X25519 or no Ed25519 for. */
type QuickKey = { box: X25519Key | null; signing: Ed25519Key | null };

/** The centre's pairs, in their order. */
export type QuickKeys = readonly QuickKey[];

/** Hands the keys of pairs to WebCrypto. */
export const quickKeysOf = (pairs: readonly CentrePair[]): Promise<QuickKeys> =>
  Promise.all(
    pairs.map(async ({ secretKey, signingKey }) => {
      const [box, signing] = await Promise.all([importX25519(secretKey), importEd25519(signingKey)]);
      return { box, signing };
    }),
  );

/** The key of a sealed box, when WebCrypto can make it with one of the pairs; else null, and the box is opened without. */
export async function quickBoxKey(
  { keyId, box }: EnvelopeParts,
  pairs: readonly CentrePair[],
  quick: QuickKeys,
): Promise<Uint8Array | null> {
  const own = quick[keyIndex(pairs, keyId)]?.box;
  return own ? boxKey(ephemeralKeyOf(box), own) : null;
}
