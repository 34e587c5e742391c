import { signLink } from '../../src/protocol/audit/sign-link.ts';
import type { Act } from '../../src/protocol/items/kinds/act.ts';
import { boxItem } from '../../src/protocol/seal/authenticated-box.ts';
import type { CentrePair } from '../../src/protocol/seal/centre-pair.ts';
import type { SentAct } from '../../src/protocol/wire/api/audit.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import type { LinkFields, SeenLink } from '../../src/protocol/wire/link-fields.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';

/** The trail of a member as their own desk writes it. */
export function writtenTrail(member: string, centre: CentrePair) {
  let end: SeenLink | null = null;
  return {
    /** The next act, behind all before it; with the link's bytes. */
    next(did: Act['did'] = 'took', of: Partial<Act> & Partial<LinkFields> = {}, key = centre) {
      const { seen = [], day = 20_000, seq = (end?.seq ?? 0) + 1, prev = end?.link ?? null, ...more } = of;
      const id = more.id ?? randomId();
      const item: Act = { v: 2, kind: 'act', thread: id, at: 1_795_000_000, did, ...more, id };
      const envelope = boxItem(item, key, key.publicKey) ?? new Uint8Array();
      const link = signLink({ member, seq, prev, act: toBase64url(digestOf(envelope)), day, seen }, key);
      end = { member, seq, link: toBase64url(digestOf(link)) };
      const act: SentAct = { id, link: toBase64url(link), envelope: toBase64url(envelope) };
      return { act, link, item };
    },
    /** The newest link, as whoever has seen it names it. */
    end: () => end,
  };
}
