import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUCKETS,
  bucketFor,
  LARGEST_BUCKET,
  pad,
  type Rest,
  unpad,
} from '../../../src/protocol/wire/padding.ts';

describe('padding', () => {
  it.each(BUCKETS)('fills the bucket of %i bytes up to its last byte, and no further', (bucket) => {
    const full = new Uint8Array(bucket - 1).fill(7);
    expect(pad(full, 'tab')?.length).toBe(bucket);
    expect(pad(new Uint8Array(bucket), 'tab')?.length).toBe(bucketFor(bucket, 'tab'));
    expect(bucketFor(bucket, 'tab')).toBe(BUCKETS[BUCKETS.indexOf(bucket) + 1]);
  });

  it('comes off exactly, also where the text ends in zeros or 0x80', () => {
    const tail = fc.array(fc.constantFrom(0, 0x80), { maxLength: 40 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), tail, (head, end) => {
        const text = Uint8Array.from([...head, ...end]);
        const padded = pad(text, 'tab');
        expect(padded && unpad(padded)).toEqual(text);
      }),
    );
  });

  it('refuses what is no bucket, or not padded', () => {
    expect(unpad(new Uint8Array(1023).fill(0x80))).toBeNull();
    expect(unpad(new Uint8Array(1024))).toBeNull();
    expect(unpad(new Uint8Array(1024).fill(1))).toBeNull();
    expect(unpad(new Uint8Array())).toBeNull();
  });

  it.each(Object.entries(LARGEST_BUCKET) as [Rest, number][])(
    'gives null for more than is taken where it is to rest: %s',
    (rest, largest) => {
      expect(BUCKETS).toContain(largest);
      expect(pad(new Uint8Array(largest - 1), rest)?.length).toBe(largest);
      expect(pad(new Uint8Array(largest), rest)).toBeNull();
    },
  );
});
