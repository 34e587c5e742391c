import { type AuditLink, readLink } from '../wire/audit-link.ts';
import { type CentreKey, keyIndex } from '../wire/centre-key.ts';
import type { SeenLink } from '../wire/link-fields.ts';
import { findRetired } from '../wire/retired-keys.ts';
import { isSignedLink } from './sign-link.ts';

/**
 * What is wrong with a trail. `missing`: an act is left out. `changed`: the link before is not the one that its member had.
 * `repeated`: two links have one number. `forged`: the centre did not sign it. `retired`: it was signed with a key that was
 * replaced before. `cut`: somebody had seen more of the trail than there is. `forked`: somebody had seen another link in that
 * place. `unreadable`: it is no link.
 */
export const TRAIL_FAULTS = [
  'unreadable',
  'missing',
  'changed',
  'repeated',
  'forged',
  'retired',
  'cut',
  'forked',
] as const;

/** What is wrong with the trail of a member, and at which of its links; `member` is null for what can't be read. */
export type TrailFault = { kind: (typeof TRAIL_FAULTS)[number]; member: string | null; seq: number };

/** What one link says of its act: whose, which of theirs, by what digest it is known, and on which day. */
export type ToldLink = Pick<AuditLink, 'member' | 'seq' | 'act' | 'day'>;

/**
 * What came of following trails: each link as it stood in its row (null where it can't be read), the newest of each member,
 * and what is wrong.
 */
export type Verdict = { links: (ToldLink | null)[]; heads: SeenLink[]; faults: TrailFault[] };

/**
 * Follows the trail of one member in the order of its numbers. One signature vouches for all links before it that it is
 * chained to, so only those are verified behind which the chain breaks or ends.
 */
function followOne(trail: readonly AuditLink[], keys: readonly CentreKey[]): TrailFault[] {
  const faults: TrailFault[] = [];
  const isRetired = findRetired();
  let before: { seq: number; digest: string | null } = { seq: 0, digest: null };
  for (const [at, link] of trail.entries()) {
    const { member, seq, prev, digest } = link;
    const wrong = (kind: TrailFault['kind'], where = seq) => faults.push({ kind, member, seq: where });
    if (seq === before.seq) wrong('repeated');
    else if (seq !== before.seq + 1) wrong('missing', before.seq + 1);
    else if (prev !== before.digest) wrong('changed');
    const place = keyIndex(keys, link.keyId);
    const key = keys[place];
    const next = trail[at + 1];
    const isVouchedFor = next?.seq === seq + 1 && next.prev === digest;
    if (!key || (!isVouchedFor && !isSignedLink(link, key))) wrong('forged');
    else if (isRetired(place)) wrong('retired');
    before = { seq, digest };
  }
  return faults;
}

/** What others had seen of a trail that is not as it stands here. `trail`: its links in the order of their numbers. */
function missed(trail: readonly AuditLink[], member: string, seen: readonly SeenLink[]): TrailFault[] {
  const last = trail.at(-1)?.seq ?? 0;
  const digests = new Set(trail.map(({ digest }) => digest));
  const numbers = new Set(trail.map(({ seq }) => seq));
  return seen.flatMap(({ seq, link }): TrailFault[] => {
    if (seq > last) return [{ kind: 'cut', member, seq: last + 1 }];
    // What is left out is named already.
    return digests.has(link) || !numbers.has(seq) ? [] : [{ kind: 'forked', member, seq }];
  });
}

function byMember<Of extends { member: string }>(all: readonly Of[]): Map<string, Of[]> {
  const groups = new Map<string, Of[]>();
  for (const one of all) {
    const group = groups.get(one.member);
    if (group) group.push(one);
    else groups.set(one.member, [one]);
  }
  return groups;
}

/**
 * Follows the trails of all members: every link that there is, in any order, with the centre's keys, newest first, and what
 * whoever asks had seen of the trails before. Names whatever was left out, moved or changed of what any link, or they, had seen.
 * The newest acts, which nobody had seen yet, can be withheld.
 */
export function followTrails(
  rows: readonly Uint8Array[],
  keys: readonly CentreKey[],
  seen: readonly SeenLink[] = [],
): Verdict {
  const read = rows.map(readLink);
  const links = read.flatMap((link) => link ?? []);
  const unreadable = links.length < rows.length;
  const all = [...seen, ...links.flatMap((link) => link.seen)];
  const trails = byMember(links);
  const pins = byMember(all);
  const members = [...new Set([...trails.keys(), ...pins.keys()])];
  const faults = members.flatMap((member) => {
    const trail = (trails.get(member) ?? []).sort((a, b) => a.seq - b.seq);
    return [...followOne(trail, keys), ...missed(trail, member, pins.get(member) ?? [])];
  });
  const once = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return {
    links: read.map((link) => link && { member: link.member, seq: link.seq, act: link.act, day: link.day }),
    heads: [...trails.values()].flatMap((trail) => {
      const last = trail.at(-1);
      return last ? [{ member: last.member, seq: last.seq, link: last.digest }] : [];
    }),
    faults: [
      ...(unreadable ? [{ kind: 'unreadable', member: null, seq: 0 } as const] : []),
      ...once.values(),
    ],
  };
}
