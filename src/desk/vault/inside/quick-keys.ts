import { boxKey, importX25519, type X25519Key } from '../../../protocol/keys/box-key.ts';
import { ephemeralKeyOf } from '../../../protocol/keys/open-sealed-box.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import { fromBase64url } from '../../../protocol/wire/bytes.ts';
import { keyIndex } from '../../../protocol/wire/centre-key.ts';
import { readEnvelope } from '../../../protocol/wire/envelope.ts';
import type { Sealed } from '../requests.ts';

/** The centre's pairs as the browser's own WebCrypto has them, in the order of the pairs; null where it has no X25519. */
export type QuickKeys = readonly (X25519Key | null)[];

/** Hands the secret keys of pairs to WebCrypto. */
export const quickKeysOf = (pairs: readonly CentrePair[]): Promise<QuickKeys> =>
  Promise.all(pairs.map(({ secretKey }) => importX25519(secretKey)));

/** The key of the box in what a reporter sealed, when WebCrypto can make it; else null, and it is opened without. */
export async function quickBoxKey(
  { from, envelope }: Sealed,
  pairs: readonly CentrePair[],
  quick: QuickKeys,
): Promise<Uint8Array | null> {
  const bytes = from === 'reporter' ? fromBase64url(envelope) : null;
  const read = bytes && readEnvelope(bytes);
  if (!read?.ok) return null;
  const own = quick[keyIndex(pairs, read.parts.keyId)];
  return own ? boxKey(ephemeralKeyOf(read.parts.box), own) : null;
}
