import { ITEM_VERSION } from '../../protocol/items/fields.ts';
import { MOST_SEEN, type SeenLink } from '../../protocol/wire/link-fields.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Api } from '../api/client.ts';
import type { ApiFault, ApiResult } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';
import type { VaultFault } from '../vault/requests.ts';
import type { Done, Trail } from './done.ts';

/** How often an act is sealed anew behind what the same member did elsewhere. */
const TRIES = 4;

const DAY = 86_400;

const notSealed = (code: VaultFault): { ok: false; code: ApiFault } => ({
  ok: false,
  code: code === 'vault_closed' ? 'unauthorized' : 'unreadable',
});

/** Acts that may lie in the trail though nobody said so. */
const isSure = (code: ApiFault) =>
  !['offline', 'timeout', 'foreign', 'unreadable', 'internal'].includes(code);

/**
 * Makes the trail of a member. It asks where all trails have come to now and after each act; what it has seen of others it
 * names in its next links, so that whoever takes something out of them is seen by it. `now` gives Unix seconds.
 */
export function createTrail(
  api: Pick<Api, 'heads'>,
  vault: VaultClient,
  me: string,
  now: () => number = () => Math.floor(Date.now() / 1000),
): Trail {
  const known = new Map<string, SeenLink>();
  const named = new Map<string, string>();
  /** The end of the member's own trail as it was last said to be; undefined while nobody knows. */
  let own: SeenLink | null | undefined;

  const look = async (): Promise<ApiResult<unknown>> => {
    const answer = await api.heads();
    if (!answer.ok) return answer;
    const followed = await vault.follow(answer.value.heads, []);
    if (!followed.ok) return notSealed(followed.code);
    const { heads, faults } = followed.verdict;
    const forged = new Set(faults.flatMap(({ kind, member }) => (kind === 'forged' ? member : [])));
    const real = heads.filter(({ member }) => !forged.has(member));
    // What was seen once stays seen, also where less is shown later.
    for (const head of real) if (head.seq > (known.get(head.member)?.seq ?? 0)) known.set(head.member, head);
    own = real.find(({ member }) => member === me) ?? null;
    return { ok: true, value: null };
  };

  /** What was seen and no link of this session has named. */
  const unnamed = (end: SeenLink | null): SeenLink[] =>
    [...known.values()]
      .filter(({ member, seq, link }) => (member === me ? seq > (end?.seq ?? 0) : named.get(member) !== link))
      .slice(0, MOST_SEEN);

  const item = ({ did, thread, id = randomId(), to, count, text }: Done) => ({
    ...({ v: ITEM_VERSION, kind: 'act', thread: thread ?? id, id, at: now(), did } as const),
    ...(to !== undefined && { to }),
    ...(count !== undefined && { count }),
    ...(text !== undefined && { text }),
  });

  void look();
  return {
    async with(done, send) {
      const act = item(done);
      for (let tries = 1; ; tries++) {
        if (own === undefined) {
          const looked = await look();
          if (!looked.ok) return looked;
        }
        const end = own ?? null;
        const seen = unnamed(end);
        const place = { member: me, seq: (end?.seq ?? 0) + 1, prev: end?.link ?? null };
        const made = await vault.act(act, { ...place, day: Math.floor(now() / DAY), seen });
        if (!made.ok) return notSealed(made.code);
        const answer = await send(made.act);
        if (answer.ok) {
          own = { member: me, seq: place.seq, link: made.digest };
          for (const { member, link } of seen) named.set(member, link);
          void look();
          return answer;
        }
        if (answer.code !== 'behind') {
          if (!isSure(answer.code)) own = undefined;
          return answer;
        }
        own = undefined;
        if (tries === TRIES) return answer;
      }
    },
    seen: () => [...known.values()],
  };
}
