import * as z from 'zod';
import { followTrails, type TrailFault } from '../../src/protocol/audit/follow-trails.ts';
import type { Act } from '../../src/protocol/items/kinds/act.ts';
import { openOwn } from '../../src/protocol/keys/open-own-box.ts';
import { type CentreSecret, centrePair } from '../../src/protocol/seal/centre-pair.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import type { SeenLink } from '../../src/protocol/wire/link-fields.ts';
import type { StoredLink } from './read-trails.ts';

/** What somebody did: `act` is null where it went with its case. `day` as a date. */
export type Line = { member: string; name: string; seq: number; day: string; act: Act | null };

/** What is wrong, with the name of the member whose trail it is; `other`: what was done is not what the link names. */
export type Fault = Omit<TrailFault, 'kind'> & { kind: TrailFault['kind'] | 'other'; name: string | null };

const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Follows the trails of a store, opens what was done, and compares all of it with what was `seen` before. */
export function auditOf(
  rows: readonly StoredLink[],
  keys: readonly CentreSecret[],
  seen: readonly SeenLink[],
): { lines: Line[]; heads: (SeenLink & { name: string })[]; faults: Fault[] } {
  const pairs = keys.map(centrePair);
  const { links, heads, faults } = followTrails(
    rows.map(({ link }) => link),
    pairs,
    seen,
  );
  const names = new Map(links.flatMap((link, at) => (link ? [[link.member, rows[at]?.name ?? '']] : [])));
  const others: Fault[] = [];
  const lines = rows.flatMap(({ id, thread, sealed, name }, at): Line[] => {
    const link = links[at];
    if (!link) return [];
    const { member, seq, day } = link;
    const opened = id !== null && sealed ? openOwn(sealed, pairs, { thread: thread ?? id, id }) : null;
    const act = opened?.ok && opened.item.kind === 'act' ? opened.item : null;
    const same = sealed && toBase64url(digestOf(sealed)) === link.act;
    if (sealed && !(same && act)) others.push({ kind: 'other', member, seq, name });
    return [{ member, name, seq, day: dateOf(day), act: same ? act : null }];
  });
  const nameOf = (member: string | null) => names.get(member ?? '') ?? null;
  return {
    lines,
    heads: heads.map((head) => ({ ...head, name: nameOf(head.member) ?? '' })),
    faults: [...faults.map((fault) => ({ ...fault, name: nameOf(fault.member) })), ...others],
  };
}

const Printed = z.union([
  z.object({ member: z.string(), seq: z.number(), link: z.string() }),
  z.object({ member: z.string(), seq: z.number(), act: z.unknown() }),
]);

/** The newest links that an earlier run printed; null where the text is no such print. */
export function seenBefore(text: string): SeenLink[] | null {
  try {
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.flatMap((line) => {
      const printed = Printed.parse(JSON.parse(line));
      return 'link' in printed ? { member: printed.member, seq: printed.seq, link: printed.link } : [];
    });
  } catch {
    return null;
  }
}
