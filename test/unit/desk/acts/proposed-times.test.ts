import fc from 'fast-check';
import { expect, it } from 'vitest';
import { proposedTimes } from '../../../../src/desk/acts/proposed-times.ts';
import { brusselsTime, momentOf, wallText } from '../../../../src/desk/clock/brussels-time.ts';
import { partOfDay, safeParts } from '../../../../src/handoff/safe-times.ts';
import { SAFE_TIME } from '../../../../src/protocol/items/kinds/referral.ts';
import { referral, request } from '../surroundings.ts';

const moment = fc.integer({ min: 1_760_000_000, max: 1_830_000_000 });

it('proposes times that are to come, soonest first, and none outside of the hours that the person called safe', () => {
  const times = fc.uniqueArray(fc.constantFrom(...SAFE_TIME), { maxLength: 4 });
  fc.assert(
    fc.property(moment, times, fc.constantFrom('call', 'call-trusted', 'mailbox'), (now, safe, way) => {
      const answer = { way, times: safe } as const;
      const proposed = proposedTimes(referral({ answer }), now);
      expect(proposed.length).toBeGreaterThan(0);
      expect(Math.min(...proposed)).toBeGreaterThan(now);
      expect([...new Set(proposed)].sort((a, b) => a - b)).toEqual(proposed);
      const parts = safeParts(answer);
      if (way === 'mailbox' || typeof parts === 'string') return;
      for (const at of proposed) expect(parts).toContain(partOfDay(brusselsTime(at).hour));
    }),
  );
});

it('proposes an hour from now, this evening and tomorrow where no hour was named', () => {
  const now = Date.parse('2026-11-26T14:07:30Z') / 1000;
  expect(proposedTimes(request(), now).map(wallText)).toEqual([
    '2026-11-26T16:15',
    '2026-11-26T18:00',
    '2026-11-27T09:00',
    '2026-12-03T09:00',
  ]);
});

it('proposes this evening by the clock that people have then, also when it was moved in the night', () => {
  for (const now of ['2026-03-28T23:30:00Z', '2026-10-24T22:30:00Z']) {
    const times = proposedTimes(request(), Date.parse(now) / 1000).map((at) => wallText(at).slice(11));
    expect(times.slice(1)).toEqual(['09:00', '18:00', '09:00']);
  }
});

it('reads a time on the clock in Brussels as the moment that it is, in summer and winter', () => {
  fc.assert(
    fc.property(moment, (at) => {
      const minute = Math.floor(at / 60) * 60;
      const read = momentOf(wallText(minute)) ?? 0;
      // The hour that is there twice in October may be read as either.
      expect(wallText(read)).toBe(wallText(minute));
    }),
  );
  for (const wrong of ['', '2026-13-01T00:00', 'tonight']) expect(momentOf(wrong)).toBeNull();
});
