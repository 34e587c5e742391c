import { describe, expect, it } from 'vitest';
import { dutyFault } from '../../../../src/desk/duty/warnings.ts';
import type { DutyBody, OnDuty } from '../../../../src/protocol/wire/api/duty.ts';

const HOUR = 3600;
const now = 1_000_000 * 60;
const ana = { id: 'A'.repeat(22), name: 'Ana' };
const bo = { id: 'B'.repeat(22), name: 'Bo' };
const held = (member: typeof ana, provedAt = now - HOUR): OnDuty => ({
  held: { member, since: now - HOUR, until: now + HOUR, provedAt },
});
const span = (from: number, first: typeof ana | null, backup: typeof ana | null) => ({
  from,
  until: from + 80 * HOUR,
  first,
  backup,
});
const well: DutyBody = {
  now,
  first: held(ana),
  backup: held(bo),
  spans: [span(now, ana, bo), span(now + 80 * HOUR, null, null)],
  proofs: [],
};

describe('duty is', () => {
  it('well while two are there whose telephones rang, and nobody is missing within three days', () => {
    expect(dutyFault(well, now)).toBeNull();
  });

  it.each([
    ['nobody', { first: {} }],
    ['nobody', { first: { awaited: { member: ana, since: now, until: now + HOUR } } }],
    ['awaited', { backup: { ...held(bo), awaited: { member: ana, since: now, until: now + HOUR } } }],
    ['lapsed', { first: held(ana, now - 24 * HOUR - 1) }],
    ['lapsed', { backup: held(bo, now - 24 * HOUR - 1) }],
    ['gap', { spans: [span(now, ana, bo), span(now + 71 * HOUR, ana, null)] }],
    ['gap', { spans: [span(now - HOUR, null, bo)] }],
  ] as const)('at fault, by the worst: %s', (fault, change) => {
    expect(dutyFault({ ...well, ...change } as DutyBody, now)).toBe(fault);
  });

  it('well where somebody was missing and that is over', () => {
    const over = { ...span(now - 90 * HOUR, null, null), until: now - 10 * HOUR };
    expect(dutyFault({ ...well, spans: [over, ...well.spans] }, now)).toBeNull();
  });
});
