import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { references } from '../../../../src/desk/case/reference.ts';
import {
  type Case,
  callsNow,
  canBeTaken,
  caseDue,
  caseUrgency,
  groupOf,
  isAlarm,
  isJunk,
  sortCases,
} from '../../../../src/desk/inbox/cases.ts';
import { URGENCIES } from '../../../../src/desk/inbox/urgency.ts';
import type { OpeningFault } from '../../../../src/desk/vault/requests.ts';
import type { FirstItem } from '../../../../src/protocol/items/item.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { referral, request } from '../surroundings.ts';

const HOUR = 3600;
const NOW = 1_800_000_000;
const member = { id: randomId(), name: 'Ana' };

const FAULTS: readonly OpeningFault[] = [
  'box_broken',
  'item_malformed',
  'envelope_size',
  'envelope_text',
  'envelope_version',
  'key_unknown',
  'item_unknown',
  'item_elsewhere',
];

type Told = { age: number; taken?: boolean; wrote?: number; answered?: number };

function caseOf(opened: Case['opened'], { age, taken = false, wrote, answered }: Told): Case {
  return {
    row: {
      id: randomId(),
      state: taken ? 'taken' : 'new',
      receivedAt: NOW - age,
      changed: 1,
      rev: 1,
      bytes: 1081,
      digest: 'A'.repeat(43),
      ...(taken && { takenBy: member, takenAt: NOW - age + 60 }),
      ...(wrote !== undefined && { lastFromReporterAt: NOW - wrote }),
      ...(answered !== undefined && { lastFromDeskAt: NOW - answered }),
    },
    opened,
  };
}

const opened = (item: FirstItem) => ({ ok: true, item, key: 0 }) as const;
const danger = (told: Told) => caseOf(opened(referral({ danger: 'yes' })), told);
const asked = (told: Told) => caseOf(opened(referral({ who: 'work', when: 'now' })), told);
const today = (told: Told) => caseOf(opened(referral({ age: 'minor' })), told);
const week = (told: Told) => caseOf(opened(referral({ happening: ['pay'] })), told);
const advice = (told: Told) => caseOf(opened(request()), told);
const closed = (code: OpeningFault, told: Told) => caseOf({ ok: false, code }, told);

const told = fc.record({
  age: fc.integer({ min: 0, max: 400 * 24 * HOUR }),
  taken: fc.boolean(),
  wrote: fc.option(fc.integer({ min: 0, max: 30 * 24 * HOUR }), { nil: undefined }),
  answered: fc.option(fc.integer({ min: 0, max: 30 * 24 * HOUR }), { nil: undefined }),
}) as fc.Arbitrary<Told>;
const anyCase = fc.oneof(
  told.map(danger),
  told.map(asked),
  told.map(today),
  told.map(week),
  told.map(advice),
  fc.tuple(fc.constantFrom(...FAULTS), told).map(([code, about]) => closed(code, { ...about, taken: false })),
);
const anyList = fc.array(anyCase, { maxLength: 60 });

describe('the order of the list', () => {
  it('lets nothing ever stand above danger that nobody has, but other such danger', () => {
    fc.assert(
      fc.property(anyList, (cases) => {
        const alarms = sortCases(cases).map(isAlarm);
        expect(alarms).toEqual([...alarms].sort((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 500 },
    );
  });

  it('never puts what can’t be read above what can, nor what somebody has above what nobody has', () => {
    fc.assert(
      fc.property(anyList, (cases) => {
        const sorted = sortCases(cases);
        expect(sorted).toHaveLength(cases.length);
        expect(new Set(sorted)).toEqual(new Set(cases));
        const groups = sorted.map((one) => ['ours', 'taken', 'locked', 'junk'].indexOf(groupOf(one)));
        expect(groups).toEqual([...groups].sort((a, b) => a - b));
        const firstClosed = sorted.findIndex(({ opened }) => !opened.ok);
        if (firstClosed >= 0) expect(sorted.slice(firstClosed).some(({ opened }) => opened.ok)).toBe(false);
        for (const one of sorted) {
          if (one.opened.ok && one.row.takenBy === null) expect(groupOf(one)).toBe('ours');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('goes by urgency, then by when it is due, among what is for us', () => {
    fc.assert(
      fc.property(
        fc.array(
          told.map((about) => ({ ...about, taken: false })),
          { maxLength: 30 },
        ),
        (all) => {
          const cases = all.map(
            (about, at) => [danger, today, week, advice][at % 4]?.(about) ?? danger(about),
          );
          const keys = sortCases(cases).map(
            (one) => URGENCIES.indexOf(caseUrgency(one) ?? 'now') * 1e12 + (caseDue(one) ?? 0),
          );
          expect(keys).toEqual([...keys].sort((a, b) => a - b));
        },
      ),
    );
  });

  it('is the same on every desk, in whatever order the rows come', () => {
    fc.assert(
      fc.property(anyList, (cases) => {
        expect(sortCases([...cases].reverse())).toEqual(sortCases(cases));
      }),
    );
  });

  it('puts a fresh danger above a year of rows that are late, taken or broken', () => {
    const fresh = danger({ age: 60 });
    const year = Array.from({ length: 716 }, (_, at) => {
      const age = at * 12 * HOUR + 2 * HOUR;
      const make = [danger, today, week, advice][at % 4] ?? week;
      return at % 8 === 0 ? closed('box_broken', { age }) : make({ age, taken: at % 4 === 0 || at % 3 > 0 });
    });
    expect(sortCases([...year, fresh])[0]).toBe(fresh);
  });

  it('puts an answer that is asked for now behind danger, and before today', () => {
    const [first, second, third] = [danger({ age: 1 }), asked({ age: 9 * HOUR }), today({ age: 90 * HOUR })];
    expect(sortCases([third, second, first])).toEqual([first, second, third]);
    expect([first, second, third].map(callsNow)).toEqual([true, true, false]);
    expect([first, second, third].map(isAlarm)).toEqual([true, false, false]);
  });

  it('brings a case back to us when its person writes, behind danger that nobody has', () => {
    const [mine, quiet, other] = [
      danger({ age: 9 * HOUR, taken: true, wrote: 60 }),
      danger({ age: 8 * HOUR, taken: true }),
      today({ age: 2 * HOUR }),
    ];
    const alarm = danger({ age: 30 });
    expect(sortCases([quiet, other, mine, alarm])).toEqual([alarm, mine, other, quiet]);
  });
});

describe('what can’t be read', () => {
  it('is junk only where this vault has the key and there is nothing to read', () => {
    const junk = FAULTS.filter((code) => isJunk(closed(code, { age: 0 })));
    expect(junk).toEqual(['box_broken', 'item_malformed', 'envelope_size', 'envelope_text']);
  });

  it('can never be taken, is never late and is no alarm', () => {
    for (const code of FAULTS) {
      const one = closed(code, { age: 90 * 24 * HOUR });
      expect([canBeTaken(one), caseDue(one), isAlarm(one), caseUrgency(one)]).toEqual([
        false,
        null,
        false,
        null,
      ]);
    }
    expect(canBeTaken(danger({ age: 0 }))).toBe(true);
    expect(canBeTaken(danger({ age: 0, taken: true }))).toBe(false);
  });
});

describe('references', () => {
  it('are four signs without look-alikes, the same for the same id', () => {
    const ids = Array.from({ length: 300 }, randomId);
    const names = references(ids);
    for (const id of ids) expect(names.get(id)).toMatch(/^[23456789CDFHJKMNPQRTVWXY]{4,16}$/);
    expect(references([ids[0] ?? '']).get(ids[0] ?? '')).toHaveLength(4);
    expect(names).toEqual(references([...ids].reverse()));
  });

  it('lengthen where two would be the same, and begin with what was said before', () => {
    const twins = ['AAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAABAAAAAAAAAAAAAA'];
    const alone = references(twins.slice(0, 1)).get(twins[0] ?? '');
    const together = references(twins);
    expect(alone).toBe('2222');
    expect([together.get(twins[0] ?? ''), together.get(twins[1] ?? '')]).toEqual(['222222', '222223']);
  });

  it('tell every case from every other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...Array.from({ length: 2000 }, randomId))), (ids) => {
        const names = [...references(ids).values()];
        for (const name of names) expect(names.filter((other) => other.startsWith(name))).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});
