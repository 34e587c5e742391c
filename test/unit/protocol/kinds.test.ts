import { describe, expect, it } from 'vitest';
import { type Item, readItem, writeItem } from '../../../src/protocol/items/item.ts';
import { KINDS, WAYS, type Way } from '../../../src/protocol/items/kinds.ts';
import { ANSWER } from '../../../src/protocol/items/ways/answer.ts';
import { HANDING_ON } from '../../../src/protocol/items/ways/handing-on.ts';
import { OWN } from '../../../src/protocol/items/ways/own.ts';
import { REPORT } from '../../../src/protocol/items/ways/report.ts';
import { envelopeSize, readEnvelope } from '../../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../src/protocol/wire/padding.ts';
import { bytesOf, vectors } from './vectors.ts';

/** One or more of every kind, with the way by which it came. */
const samples = [
  ...Object.values(vectors.sealed).map((one) => ({ ...one, way: 'report' as Way })),
  ...Object.values(vectors.boxed).map((one) => {
    const way: Way = one.item.kind === 'handoff' ? 'handing-on' : 'answer';
    return { ...one, way };
  }),
  ...Object.values(vectors.own).map((one) => ({ ...one, way: 'own' as Way })),
];
const CARRIERS = [REPORT, ANSWER, HANDING_ON, OWN];
const carrierOf = (way: Way) => CARRIERS.find((one) => one.way === way) ?? REPORT;
const placeOf = ({ thread, id }: Item) => ({ thread, id });

describe('the table of kinds', () => {
  it('has a sample of each, by each of its ways', () => {
    const there = new Set(samples.map(({ item, way }) => `${item.kind} ${way}`));
    const rows = Object.entries(KINDS).flatMap(([kind, { ways }]) => ways.map((way) => `${kind} ${way}`));
    expect([...there].sort()).toEqual(rows.sort());
  });

  it.each(samples)(
    'takes $item.kind by its own way alone, in a bucket that fits where it rests',
    (sample) => {
      const { item, envelope, way } = sample;
      const padded = writeItem(item) ?? new Uint8Array();
      for (const carrier of CARRIERS) {
        const read = readItem<Item>(padded, carrier, placeOf(item));
        expect(read).toEqual(carrier.way === way ? { ok: true, item } : { ok: false, code: 'item_unknown' });
      }
      const outside = readEnvelope(bytesOf(envelope));
      expect(outside).toMatchObject({ ok: true, parts: { version: WAYS[way].version } });
      expect(padded.length).toBeLessThanOrEqual(LARGEST_BUCKET[KINDS[item.kind].rests]);
      expect(bytesOf(envelope).length).toBe(envelopeSize(WAYS[way].version, padded.length));
    },
  );

  it.each(samples)('knows no $item.kind of another version', ({ item, way }) => {
    for (const v of [1, 3]) {
      const padded = writeItem({ ...item, v } as unknown as Item) ?? new Uint8Array();
      expect(readItem<Item>(padded, carrierOf(way), placeOf(item))).toEqual({
        ok: false,
        code: 'item_unknown',
      });
    }
  });
});
