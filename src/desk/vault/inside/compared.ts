import { inviteWords } from '../../../protocol/keys/invite-words.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import { fromBase64url, toBase64url } from '../../../protocol/wire/bytes.ts';
import { type CentrePublicKey, describedKey } from '../../../protocol/wire/centre-key.ts';
import type { Comparing } from '../requests.ts';

/**
 * The words that are read to each other before somebody is let in, of the centre's key that is named or else of the newest
 * in the vault. Null where there is none, or something is not what it should be.
 */
export function comparedWords(
  { invite, boxKey, centre }: Comparing,
  pairs: readonly CentrePair[],
): string[] | null {
  const key = centre === undefined ? pairs[0] : describedKey(centre);
  const [bound, id] = [fromBase64url(boxKey), fromBase64url(invite)];
  if (!key || bound?.length !== 32 || id?.length !== 16) return null;
  return inviteWords({ boxKey: bound, invite: id, centre: key });
}

/** Whether the newest of the keys that came is the centre's key whose words were compared. */
export function areCompared(
  [newest]: readonly CentrePair[],
  { publicKey, signingKey }: CentrePublicKey,
): boolean {
  return (
    newest !== undefined &&
    toBase64url(newest.publicKey) === publicKey &&
    toBase64url(newest.signingKey) === signingKey
  );
}
