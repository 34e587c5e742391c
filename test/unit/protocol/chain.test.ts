import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Break, followChain, type Link, type Side } from '../../../src/protocol/items/chain.ts';
import { chainKey, chainMac, isOwn } from '../../../src/protocol/seal/chain-mac.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { mailbox, vectors } from './vectors.ts';

/** A thread as it was written: each side in turn as `sides` say, everything read before it is answered. */
function written(sides: readonly Side[]): Link[] {
  const newest: Record<Side, string | null> = { reporter: 'first', desk: null };
  const seqs: Record<Side, number> = { reporter: 0, desk: 0 };
  return sides.map((side, index) => {
    const link: Link = {
      side,
      seq: ++seqs[side],
      prev: newest[side],
      seen: newest[side === 'desk' ? 'reporter' : 'desk'],
      digest: `digest ${index}`,
    };
    newest[side] = link.digest;
    return link;
  });
}

const read = (links: readonly Link[], first = 'first'): (Break | null)[] => {
  const chain = followChain(first);
  return links.map((link) => chain.add(link));
};

const anySides = fc.array(fc.constantFrom<Side>('reporter', 'desk'), { minLength: 1, maxLength: 12 });
const anyThread = anySides.map(written);

describe('a chain', () => {
  it('of a thread as it was written shows nothing', () => {
    fc.assert(
      fc.property(anyThread, (links) => {
        expect(read(links).every((found) => found === null)).toBe(true);
      }),
    );
    const items = vectors.chain.messages.map(
      ({ item, digest }): Link => ({ ...item, side: item.author, digest }),
    );
    expect(read(items, vectors.chain.first)).toEqual([null, null, null, null]);
  });

  it('from which a message was left out shows it at the next of that side, or of the other that had read it', () => {
    fc.assert(
      fc.property(anyThread, fc.nat(), (links, at) => {
        const out = links[at % links.length];
        const rest = links.filter((link) => link !== out);
        const found = read(rest);
        const later = links.slice((at % links.length) + 1);
        const tells = later.some(({ side, seen }) => side === out?.side || seen === out?.digest);
        expect(found.some((one) => one !== null)).toBe(tells);
      }),
    );
  });

  it('in which a message stands twice, or two of one side changed places, shows it', () => {
    fc.assert(
      fc.property(anyThread, fc.nat(), fc.nat(), (links, a, b) => {
        const [first, second] = [a % links.length, b % links.length].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const twice = [...links.slice(0, second + 1), links[first] as Link, ...links.slice(second + 1)];
        expect(read(twice)[second + 1]).toBe('misplaced');
        if (first === second || links[first]?.side !== links[second]?.side) return;
        const swapped = links.with(first, links[second] as Link).with(second, links[first] as Link);
        expect(read(swapped).some((found) => found !== null)).toBe(true);
      }),
    );
  });

  it('behind an envelope that was replaced shows it at the next of that side', () => {
    const links = written(['reporter', 'desk', 'reporter', 'desk']);
    const replaced = links.with(0, { ...(links[0] as Link), digest: 'another' });
    expect(read(replaced)).toEqual([null, 'unseen', 'changed', null]);
    // The first item is one of the chain: what began the thread can't be replaced unseen either.
    expect(read(links, 'another first')[0]).toBe('changed');
  });

  it('whose newest message was withheld shows nothing, as the threat model says', () => {
    const links = written(['reporter', 'desk', 'reporter']);
    expect(read(links.slice(0, 2))).toEqual([null, null]);
  });

  it('gives the digests that the next message names', () => {
    const chain = followChain('first');
    expect([chain.newest('reporter'), chain.newest('desk')]).toEqual(['first', null]);
    for (const link of written(['desk', 'reporter'])) chain.add(link);
    expect([chain.newest('reporter'), chain.newest('desk')]).toEqual(['digest 1', 'digest 0']);
  });
});

describe('what authenticates a reporter’s own message', () => {
  const key = chainKey(mailbox.secretKey);
  const digest = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toBase64url);
  const anyPlace = fc.record({
    thread: fc.constant(randomId()),
    seq: fc.integer({ min: 1, max: 0xffff_ffff }),
    prev: digest,
    digest,
  });

  it('holds for its own place and key alone', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (place, other) => {
        const mac = chainMac(key, place);
        expect(isOwn(key, place, mac)).toBe(true);
        for (const field of ['seq', 'prev', 'digest'] as const) {
          if (other[field] === place[field]) continue;
          expect(isOwn(key, { ...place, [field]: other[field] }, mac)).toBe(false);
        }
        expect(isOwn(key, { ...place, thread: randomId() }, mac)).toBe(false);
        expect(isOwn(chainKey(new Uint8Array(32).fill(1)), place, mac)).toBe(false);
        expect(isOwn(key, place, 'x')).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});
