import { expect, it } from 'vitest';
import type { HandedOn } from '../../../../src/desk/pass-on/handed.ts';
import { withPasses } from '../../../../src/desk/timeline/passes.ts';
import type { Happened } from '../../../../src/desk/timeline/timeline.ts';

const by = { id: 'A'.repeat(22), name: 'Ana' };
const note = (id: string, at: number): Happened => ({ kind: 'note', id, at, by, text: id });
const handed = (row: Partial<HandedOn['row']>): HandedOn => ({
  row: { id: 'h', madeAt: 20, expiresAt: 100, member: by, own: '', ...row },
  item: null,
});
const told = (handoffs: readonly HandedOn[], now = 60) =>
  withPasses([note('before', 10), note('between', 30), note('after', 50)], handoffs, now).map((one) =>
    one.kind === 'passed' ? `${one.stage} by ${one.by?.name ?? 'them'}` : one.id,
  );

it('tells where its place is that something was passed on, read and accepted', () => {
  expect(told([handed({ openedAt: 35, acceptedAt: 40 })])).toEqual([
    'before',
    'waiting by Ana',
    'between',
    'opened by them',
    'accepted by them',
    'after',
  ]);
});

it('tells that it was revoked, or that nobody accepted it in time', () => {
  expect(told([handed({ revokedAt: 55 })]).slice(-2)).toEqual(['after', 'revoked by Ana']);
  expect(told([handed({})], 99)).toHaveLength(4);
  expect(told([handed({})], 100).at(-1)).toBe('expired by them');
});
