import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followTrails } from '../../../src/protocol/audit/follow-trails.ts';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { readLink } from '../../../src/protocol/wire/audit-link.ts';
import { MOST_SEEN, type SeenLink } from '../../../src/protocol/wire/link-fields.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { writtenTrail } from '../../support/trail.ts';
import { bytesOf, centre as vectorCentre, vectors } from './vectors.ts';

const centre = drawPair();
const older = drawPair();
const stranger = drawPair();
const follow = (links: readonly Uint8Array[], seen: readonly SeenLink[] = []) =>
  followTrails(links, [centre, older], seen);
const kinds = (links: readonly Uint8Array[], seen: readonly SeenLink[] = []) =>
  follow(links, seen).faults.map(({ kind }) => kind);

/** Members who act in turn, each naming what they have seen of the others; with what whoever looks has seen in the end. */
function written(turns: readonly number[]) {
  const members = [0, 1, 2].map(() => randomId());
  const trails = members.map((member) => writtenTrail(member, centre));
  const links: { by: number; link: Uint8Array }[] = [];
  for (const by of turns) {
    const seen = trails.flatMap((trail, at) => (at === by ? [] : (trail.end() ?? [])));
    const link = trails[by]?.next('took', { seen }).link;
    if (link) links.push({ by, link });
  }
  return { links, seen: trails.flatMap((trail) => trail.end() ?? []) };
}

const someTurns = fc.array(fc.nat({ max: 2 }), { minLength: 2, maxLength: 8 });

describe('a link', () => {
  it.each(vectors.trail)('reads what libsodium signed: $seq', ({ link, digest, ...fields }) => {
    expect(readLink(bytesOf(link))).toMatchObject({ ...fields, digest });
  });

  it('of libsodium follows the one before', () => {
    const links = vectors.trail.map(({ link }) => bytesOf(link));
    expect(followTrails(links, [vectorCentre]).faults).toEqual([]);
  });

  it('is read as it was written', () => {
    const trail = writtenTrail(randomId(), centre);
    trail.next();
    const before = trail.end();
    const seen = Array.from({ length: MOST_SEEN }, (_, at) => ({
      member: randomId(),
      seq: at + 1,
      link: before?.link ?? '',
    }));
    const { link } = trail.next('closed', { seen, day: 20_786 });
    expect(readLink(link)).toMatchObject({ seq: 2, prev: before?.link, day: 20_786, seen });
  });

  it('tells of no thread: of two acts in threads of their own only what is random differs', () => {
    const sizes = [randomId(), randomId()].map((thread) => {
      const { link } = writtenTrail(randomId(), centre).next('took', { thread });
      return link.length;
    });
    expect(new Set(sizes).size).toBe(1);
  });

  it('is nothing when anything is cut off or added', () => {
    const { link } = writtenTrail(randomId(), centre).next();
    for (const bytes of [link.slice(1), link.slice(0, -1), new Uint8Array([...link, 0]), new Uint8Array()]) {
      expect(readLink(bytes)).toBeNull();
    }
  });
});

describe('trails', () => {
  it('are whole as their members wrote them, in whatever order they come', () => {
    fc.assert(
      fc.property(someTurns, fc.infiniteStream(fc.nat()), (turns, order) => {
        const { links, seen } = written(turns);
        const mixed = links
          .map(({ link }) => ({ link, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ link }) => link);
        const { links: told, faults, heads } = follow(mixed, seen);
        expect(faults).toEqual([]);
        expect(told.map((link) => link?.seq)).not.toContain(undefined);
        expect(new Set(heads.map(({ link }) => link))).toEqual(new Set(seen.map(({ link }) => link)));
      }),
      { numRuns: 12 },
    );
  });

  it('of which anything is left out that somebody has seen are not', () => {
    fc.assert(
      fc.property(someTurns, fc.nat(), (turns, which) => {
        const { links, seen } = written(turns);
        const left = links.filter((_, at) => at !== which % links.length).map(({ link }) => link);
        expect(kinds(left, seen)).not.toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('of which a whole end is cut off are not, for whoever has seen more', () => {
    fc.assert(
      fc.property(someTurns, fc.nat(), (turns, which) => {
        const { links, seen } = written(turns);
        const by = links[which % links.length]?.by;
        const cut = links.filter((one, at) => one.by !== by || at < which % links.length);
        expect(
          kinds(
            cut.map(({ link }) => link),
            seen,
          ),
        ).toContain('cut');
      }),
      { numRuns: 20 },
    );
  });

  it('in which any bit of any link is changed are not', () => {
    fc.assert(
      fc.property(someTurns, fc.nat(), fc.nat(), (turns, which, bit) => {
        const { links, seen } = written(turns);
        const changed = links.map(({ link }, at) => {
          if (at !== which % links.length) return link;
          const other = link.slice();
          const byte = bit % other.length;
          other[byte] = (other[byte] ?? 0) ^ (1 << (bit % 8));
          return other;
        });
        expect(kinds(changed, seen)).not.toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('that somebody with the key writes anew are not, for whoever has seen what was there', () => {
    const ana = randomId();
    const [real, other] = [writtenTrail(ana, centre), writtenTrail(ana, centre)];
    const bo = writtenTrail(randomId(), centre);
    real.next();
    const seen = real.end();
    const forked = [other.next().link, other.next().link];
    expect(kinds(forked)).toEqual([]);
    expect(kinds(forked, seen ? [seen] : [])).toEqual(['forked']);
    // Another member's link says so as well, to who has seen nothing.
    expect(kinds([...forked, bo.next('took', { seen: seen ? [seen] : [] }).link])).toEqual(['forked']);
  });

  it('whose own member saw more of it on another device say so themselves', () => {
    const ana = writtenTrail(randomId(), centre);
    const first = ana.next();
    ana.next();
    const seen = ana.end();
    const again = writtenTrail(readLink(first.link)?.member ?? '', centre);
    const rest = [first.link];
    const next = again.next('took', {
      seq: 2,
      prev: readLink(first.link)?.digest ?? null,
      seen: seen ? [seen] : [],
    });
    expect(kinds([...rest, next.link])).toEqual(['forked']);
  });

  it.each([
    ['a key that is not the centre’s', stranger, 'forged'],
    ['a key that was replaced before', older, 'retired'],
  ] as const)('that go on under %s are not', (_, key, kind) => {
    const trail = writtenTrail(randomId(), centre);
    expect(kinds([trail.next().link, trail.next('took', {}, key).link])).toEqual([kind]);
  });

  it('may go on under a newer key', () => {
    const trail = writtenTrail(randomId(), older);
    expect(kinds([trail.next().link, trail.next('took', {}, centre).link])).toEqual([]);
  });

  it('name which act of whom is missing, twice there, or unlike what came before', () => {
    const ana = randomId();
    const trail = writtenTrail(ana, centre);
    const [one, two, three] = [trail.next().link, trail.next().link, trail.next().link];
    expect(follow([one, three]).faults).toEqual([{ kind: 'missing', member: ana, seq: 2 }]);
    expect(follow([one, two, two]).faults).toEqual([{ kind: 'repeated', member: ana, seq: 2 }]);
    const other = writtenTrail(ana, centre).next('closed').link;
    expect(follow([other, two, three]).faults).toEqual([{ kind: 'changed', member: ana, seq: 2 }]);
    expect(follow([one, new Uint8Array(7)]).faults).toEqual([{ kind: 'unreadable', member: null, seq: 0 }]);
  });
});
