import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fetchOrder } from '../../../../../src/desk/inbox/loading/fetch-order.ts';
import type { ThreadRow } from '../../../../../src/protocol/wire/api/threads.ts';
import { envelopeSize, SEALED_BOX } from '../../../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../../../src/protocol/wire/random-id.ts';

const KIB = 1024;
const FIRST = 24 * KIB;
const SIZES = [1, 2, 4, 8, 16].map((bucket) => envelopeSize(SEALED_BOX, bucket * KIB));
const member = { id: randomId(), name: 'Ana' };

const row = (bytes: number, receivedAt: number, owned = false): ThreadRow => ({
  id: randomId(),
  changed: receivedAt,
  state: 'new',
  receivedAt,
  rev: 0,
  bytes,
  digest: 'A'.repeat(43),
  ...(owned && { takenBy: member }),
});

/** All rows in the order in which they are chosen, in requests of so many bytes. */
function walk(rows: readonly ThreadRow[], budget: number): ThreadRow[][] {
  const choose = fetchOrder();
  const requests: ThreadRow[][] = [];
  for (let left = [...rows]; left.length > 0; ) {
    const chosen = choose(left, budget);
    requests.push(chosen.flatMap((id) => left.filter((one) => one.id === id)));
    left = left.filter(({ id }) => !chosen.includes(id));
  }
  return requests;
}

const inAnswer = (rows: readonly ThreadRow[]) =>
  rows.reduce((sum, { bytes }) => sum + Math.ceil((bytes * 4) / 3) + 64, 0);

const rows = fc.array(
  fc
    .tuple(fc.constantFrom(...SIZES), fc.nat(1000), fc.boolean())
    .map(([bytes, at, owned]) => row(bytes, at, owned)),
  { maxLength: 60 },
);

it('chooses each once, none beyond the budget but a first alone, and what nobody has before all else', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 256 * KIB }), (all, budget) => {
      const requests = walk(all, budget);
      expect(
        requests
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(all.map(({ id }) => id).sort());
      for (const one of requests) expect(one.length === 1 || inAnswer(one) <= budget).toBe(true);
      const owned = requests.flat().map(({ takenBy }) => takenBy !== undefined);
      expect(owned).toEqual([...owned].sort((a, b) => Number(a) - Number(b)));
    }),
  );
});

it.each(SIZES)('has a danger of %i bytes early, before or after a flood of any other size', (size) => {
  for (const at of [0, 500, 1000]) {
    for (const flood of SIZES.filter((one) => one !== size)) {
      const danger = row(size, at);
      const junk = Array.from({ length: 1000 }, (_, index) => row(flood, index));
      const requests = walk([...junk, danger], FIRST);
      const before = requests.findIndex((one) => one.includes(danger));
      expect(before).toBeLessThanOrEqual(1);
    }
  }
});

it.each(SIZES)(
  'has it early in a flood of its own size too, where it is the newest or the oldest',
  (size) => {
    for (const at of [-1, 1001]) {
      const danger = row(size, at);
      const junk = Array.from({ length: 1000 }, (_, index) => row(size, index));
      const requests = walk([...junk, danger], FIRST);
      expect(
        inAnswer(
          requests
            .slice(
              0,
              requests.findIndex((one) => one.includes(danger)),
            )
            .flat(),
        ),
      ).toBeLessThan(2 * FIRST);
    }
  },
);

it('has it early in floods of all sizes at once', () => {
  for (const size of SIZES) {
    for (const at of [-1, 1001]) {
      const danger = row(size, at);
      const junk = SIZES.flatMap((one) => Array.from({ length: 500 }, (_, index) => row(one, index)));
      const requests = walk([...junk, danger], FIRST);
      const before = requests
        .slice(
          0,
          requests.findIndex((one) => one.includes(danger)),
        )
        .flat();
      expect(inAnswer(before)).toBeLessThan(128 * KIB);
    }
  }
});

it('gives each size the same number of bytes', () => {
  const all = SIZES.flatMap((size) => Array.from({ length: 300 }, (_, at) => row(size, at)));
  const first = walk(all, FIRST).slice(0, 40).flat();
  const bytes = SIZES.map((size) => first.filter((one) => one.bytes === size).length * size);
  expect(Math.max(...bytes) - Math.min(...bytes)).toBeLessThan(2 * Math.max(...SIZES));
});
