import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsIn, piecesOf, rotaOf, type Shift } from '../../../functions/duty/rota.ts';
import { addBrusselsDays, brusselsTime, momentOf } from '../../../src/desk/clock/brussels-time.ts';

const MINUTE = 60;
const YEARS = 10;
const MEMBERS = ['Ana', 'Bo', 'Cem', 'Dea'];

/** A number as good as random, the same for the same seed. */
function drawn(seed: number) {
  let state = seed >>> 0;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Ten years as a team plans them by the clock on the wall in Brussels, day and night shifts of 12 hours by that clock, some
 * forgotten, with colleagues who take over for minutes or days and times that somebody empties.
 */
function tenYears(seed: number): { shifts: Shift[]; from: number; until: number } {
  const draw = drawn(seed);
  const from = momentOf('2026-01-01T08:00') ?? 0;
  const shifts: Shift[] = [];
  let day = from;
  for (let n = 0; n < YEARS * 365 + 3; n++, day = addBrusselsDays(day, 1)) {
    const night = day + 12 * 3600;
    const next = addBrusselsDays(day, 1);
    for (const rank of ['first', 'backup'] as const) {
      for (const [begin, end] of [
        [day, night],
        [night, next],
      ] as const) {
        const member = MEMBERS[draw(MEMBERS.length)] ?? null;
        if (draw(40) > 0) shifts.push({ rank, member, from: begin, until: end });
        if (draw(25) > 0) continue;
        const at = begin + draw(12 * 60) * MINUTE;
        const until = at + (1 + draw(3 * 1440)) * MINUTE;
        shifts.push({ rank, member: draw(5) === 0 ? null : (MEMBERS[draw(4)] ?? null), from: at, until });
      }
    }
  }
  return { shifts, from, until: day };
}

/** Who has a rank in each minute, said minute by minute: what the code under test does by spans. */
function byMinute({ shifts, from, until }: ReturnType<typeof tenYears>, rank: Shift['rank']): Int8Array {
  const minutes = new Int8Array((until - from) / MINUTE).fill(-1);
  for (const one of shifts) {
    if (one.rank !== rank) continue;
    const begin = Math.max(0, (one.from - from) / MINUTE);
    const end = Math.min(minutes.length, (one.until - from) / MINUTE);
    minutes.fill(one.member === null ? -1 : MEMBERS.indexOf(one.member), begin, end);
  }
  return minutes;
}

describe('ten years of duty in Brussels', () => {
  it('have in each minute one first and one backup, or a gap that is told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const plan = tenYears(seed);
        const { shifts, from, until } = plan;
        const spans = rotaOf(shifts, from, until);
        const [first, backup] = [byMinute(plan, 'first'), byMinute(plan, 'backup')];
        const gaps = new Set(gapsIn(spans));
        let minute = 0;
        let wrong = 0;
        for (const span of spans) {
          for (; minute < (span.until - from) / MINUTE; minute++) {
            const one = MEMBERS[first[minute] ?? -1] ?? null;
            const other = backup[minute] === first[minute] ? null : (MEMBERS[backup[minute] ?? -1] ?? null);
            if (span.first !== one || span.backup !== other) wrong++;
            if ((one === null || other === null) !== gaps.has(span)) wrong++;
          }
        }
        expect([minute, wrong]).toEqual([(until - from) / MINUTE, 0]);
        // No minute stands in two spans, or between two.
        expect(spans.every((span, at) => span.from === (spans[at - 1]?.until ?? from))).toBe(true);
        // The plan went over both changes of the clock and two leap days.
        expect(brusselsTime(until).hour).toBe(8);
        expect((until - from) / 86_400).toBe(YEARS * 365 + 3);
      }),
      { numRuns: 4 },
    );
  });

  it.each([
    ['loses an hour in spring', '2027-03-27T20:00', 11],
    ['gains one in autumn', '2027-10-30T20:00', 13],
  ])('a night that %s has no gap at its end', (_, evening, hours) => {
    const from = momentOf(evening) ?? 0;
    const morning = momentOf(`${evening.slice(0, 8)}${Number(evening.slice(8, 10)) + 1}T08:00`) ?? 0;
    expect((morning - from) / 3600).toBe(hours);
    const shifts: Shift[] = ['first', 'backup'].flatMap((rank, at) => [
      { rank: rank as Shift['rank'], member: MEMBERS[at] ?? null, from, until: morning },
      { rank: rank as Shift['rank'], member: MEMBERS[at + 2] ?? null, from: morning, until: morning + 3600 },
    ]);
    expect(gapsIn(rotaOf(shifts, from, morning + 3600))).toEqual([]);
  });
});

describe('what was said later counts', () => {
  const of = (member: string | null, from: number, until: number): Shift => ({
    rank: 'first',
    member,
    from,
    until,
  });

  it('cuts what lay there before, and leaves what lay beside it', () => {
    expect(piecesOf([of('Ana', 0, 600), of('Bo', 120, 240), of(null, 540, 900)], 'first')).toEqual([
      of('Ana', 0, 120),
      of('Bo', 120, 240),
      of('Ana', 240, 540),
    ]);
  });

  it('and nobody is their own backup', () => {
    const shifts: Shift[] = [of('Ana', 0, 600), { ...of('Ana', 0, 600), rank: 'backup' }];
    expect(rotaOf(shifts, 0, 600)).toEqual([{ from: 0, until: 600, first: 'Ana', backup: null }]);
  });

  it('and where nothing was said there is a gap', () => {
    expect(gapsIn(rotaOf([], 0, 600))).toEqual([{ from: 0, until: 600, first: null, backup: null }]);
  });
});
