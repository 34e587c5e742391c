import { openNextKey } from '../../../protocol/keys/next-key.ts';
import type { OwnKey } from '../../../protocol/keys/own-key.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import { keyIndex } from '../../../protocol/wire/centre-key.ts';
import type { SealedNextKey } from '../../../protocol/wire/next-key.ts';

/**
 * The pairs of a vault with the next keys that are sealed to its member, newest first. Each must be signed by a key that is
 * in the vault by then, whatever the order in which they come; what is not, is left out.
 */
export function withNextKeys(
  pairs: readonly CentrePair[],
  own: OwnKey,
  member: string,
  sealed: readonly SealedNextKey[],
): CentrePair[] {
  const all = [...pairs];
  let waiting = [...sealed];
  for (let found = true; found; ) {
    found = false;
    waiting = waiting.filter((one) => {
      const next = openNextKey(one, member, own, all);
      if (!next) return true;
      if (keyIndex(all, next.keyId) < 0) all.unshift(next);
      found = true;
      return false;
    });
  }
  return all;
}
