import { followTrails, type Verdict } from '../../../protocol/audit/follow-trails.ts';
import { signLink } from '../../../protocol/audit/sign-link.ts';
import type { Act } from '../../../protocol/items/kinds/act.ts';
import { boxItem } from '../../../protocol/seal/authenticated-box.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import type { SentAct } from '../../../protocol/wire/api/audit.ts';
import { fromBase64url, toBase64url } from '../../../protocol/wire/bytes.ts';
import { digestOf } from '../../../protocol/wire/digest.ts';
import type { SeenLink } from '../../../protocol/wire/link-fields.ts';
import type { LinkPlace } from '../requests.ts';

/** Boxes what a member did to the centre itself, and signs the link of it; with the digest of the link. Null where it is too long. */
export function sealAct(
  item: Act,
  place: LinkPlace,
  newest: CentrePair,
): { act: SentAct; digest: string } | null {
  const envelope = boxItem(item, newest, newest.publicKey);
  if (!envelope) return null;
  const link = signLink({ ...place, act: toBase64url(digestOf(envelope)) }, newest);
  return {
    act: { id: item.id, link: toBase64url(link), envelope: toBase64url(envelope) },
    digest: toBase64url(digestOf(link)),
  };
}

/** Follows trails whose links stand in base64url. */
export function followTexts(
  links: readonly string[],
  pairs: readonly CentrePair[],
  seen: readonly SeenLink[],
): Verdict {
  return followTrails(
    links.map((link) => fromBase64url(link) ?? new Uint8Array()),
    pairs,
    seen,
  );
}
