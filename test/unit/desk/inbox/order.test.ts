import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Case,
  callsNow,
  canBeTaken,
  canBeThrownAway,
  caseDue,
  caseUrgency,
  GROUPS,
  groupOf,
  hasNews,
  isAlarm,
  isJunk,
  ownerOf,
  sortCases,
} from '../../../../src/desk/inbox/cases.ts';
import { dueAt, URGENCIES } from '../../../../src/desk/inbox/urgency.ts';
import type { OpeningFault } from '../../../../src/desk/vault/requests.ts';
import type { FirstItem } from '../../../../src/protocol/items/item.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleState } from '../../../samples/desk-items.ts';
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
      ...(wrote !== undefined && { lastFromReporterAt: NOW - wrote, lastFromReporterRev: NOW - wrote }),
      ...(answered !== undefined && { lastFromDeskAt: NOW - answered, lastFromDeskRev: NOW - answered }),
    },
    opened,
  };
}

const opened = (item: FirstItem) => ({ ok: true, item, key: 0, digest: 'A'.repeat(43) }) as const;
const danger = (told: Told) => caseOf(opened(referral({ danger: 'yes' })), told);
const asked = (told: Told) => caseOf(opened(referral({ who: 'work', when: 'now' })), told);
const today = (told: Told) => caseOf(opened(referral({ age: 'minor' })), told);
const week = (told: Told) => caseOf(opened(referral({ happening: ['pay'] })), told);
const advice = (told: Told) => caseOf(opened(request()), told);
const closed = (code: OpeningFault, told: Told) => caseOf({ ok: false, code }, told);
const broken = (told: Told) => closed('box_broken', told);
const unknown = (told: Told) => closed('key_unknown', told);

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
        const alarms = sortCases(cases, NOW).map(isAlarm);
        expect(alarms).toEqual([...alarms].sort((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 500 },
    );
  });

  it('never puts what can’t be read above what can, nor what somebody has above what nobody has', () => {
    fc.assert(
      fc.property(anyList, (cases) => {
        const sorted = sortCases(cases, NOW);
        expect(sorted).toHaveLength(cases.length);
        expect(new Set(sorted)).toEqual(new Set(cases));
        const groups = sorted.map((one) => GROUPS.indexOf(groupOf(one, NOW)));
        expect(groups).toEqual([...groups].sort((a, b) => a - b));
        const firstClosed = sorted.findIndex(({ opened }) => !opened.ok);
        if (firstClosed >= 0) expect(sorted.slice(firstClosed).some(({ opened }) => opened.ok)).toBe(false);
        for (const one of sorted) {
          if (one.opened.ok && one.row.takenBy === null) expect(groupOf(one, NOW)).toBe('ours');
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
          const keys = sortCases(cases, NOW).map(
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
        expect(sortCases([...cases].reverse(), NOW)).toEqual(sortCases(cases, NOW));
      }),
    );
  });

  it('is the same also for what came within one second', () => {
    const at = { age: HOUR };
    for (const make of [danger, today, (told: Told) => danger({ ...told, taken: true }), broken, unknown]) {
      const cases = Array.from({ length: 6 }, () => make(at));
      expect(sortCases([...cases].reverse(), NOW)).toEqual(sortCases(cases, NOW));
    }
  });

  it('looks first, among what somebody has, for what the desk last worked on', () => {
    const cases = [
      danger({ age: 9 * HOUR, taken: true, wrote: 4 * HOUR, answered: 60 }),
      week({ age: 8 * HOUR, taken: true, wrote: 2 * HOUR, answered: 2 * HOUR - 60 }),
      advice({ age: 7 * HOUR, taken: true }),
      danger({ age: 10 * HOUR, taken: true, answered: 9 * HOUR }),
    ];
    expect(sortCases([...cases].reverse(), NOW)).toEqual(cases);
    expect(cases.map((one) => groupOf(one, NOW))).toEqual(['taken', 'taken', 'taken', 'taken']);
    const old = week({ age: 20 * HOUR, taken: true });
    const justTaken = { ...old, row: { ...old.row, takenAt: NOW } };
    expect(sortCases([...cases, justTaken], NOW)).toEqual([justTaken, ...cases]);
  });

  it('shows the newest first of what can’t be read', () => {
    for (const make of [broken, unknown]) {
      const cases = Array.from({ length: 6 }, (_, hours) => make({ age: hours * HOUR }));
      expect(sortCases([...cases].reverse(), NOW)).toEqual(cases);
    }
  });

  it('lets those who wrote again be answered in the order in which they wrote, not in which they first came', () => {
    const [first, second] = [
      today({ age: 5 * HOUR, taken: true, wrote: 3 * HOUR }),
      today({ age: 9 * HOUR, taken: true, wrote: 2 * HOUR }),
    ];
    expect(sortCases([second, first], NOW)).toEqual([first, second]);
  });

  it('puts a fresh danger above a year of rows that are late, taken or broken', () => {
    const fresh = danger({ age: 60 });
    const year = Array.from({ length: 716 }, (_, at) => {
      const age = at * 12 * HOUR + 2 * HOUR;
      const make = [danger, today, week, advice][at % 4] ?? week;
      return at % 8 === 0 ? closed('box_broken', { age }) : make({ age, taken: at % 4 === 0 || at % 3 > 0 });
    });
    expect(sortCases([...year, fresh], NOW)[0]).toBe(fresh);
  });

  it('puts an answer that is asked for now behind danger, and before today', () => {
    const [first, second, third] = [danger({ age: 1 }), asked({ age: 9 * HOUR }), today({ age: 90 * HOUR })];
    expect(sortCases([third, second, first], NOW)).toEqual([first, second, third]);
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
    expect(sortCases([quiet, other, mine, alarm], NOW)).toEqual([alarm, mine, other, quiet]);
  });
});

describe('what is to be done', () => {
  it('is news when the reporter wrote after the desk, and no longer once it answered', () => {
    const told = { age: 9 * HOUR, taken: true };
    expect(hasNews(danger(told))).toBe(false);
    expect(hasNews(danger({ ...told, answered: 60 }))).toBe(false);
    expect(hasNews(danger({ ...told, wrote: 60 }))).toBe(true);
    expect(hasNews(danger({ ...told, wrote: 60, answered: 61 }))).toBe(true);
    expect(hasNews(danger({ ...told, wrote: 60, answered: 59 }))).toBe(false);
  });

  it('is due by its urgency from when it came, until somebody has it', () => {
    for (const make of [danger, asked, today, week, advice]) {
      const one = make({ age: HOUR });
      expect(caseDue(one)).toBe(dueAt(caseUrgency(one) ?? 'now', NOW - HOUR));
      expect(caseDue(make({ age: HOUR, taken: true }))).toBeNull();
    }
  });
});

describe('what can’t be read', () => {
  it('is junk only where this vault has the key and there is nothing to read', () => {
    const junk = FAULTS.filter((code) => isJunk(closed(code, { age: 0 })));
    expect(junk).toEqual(['box_broken', 'item_malformed', 'envelope_size', 'envelope_text']);
  });

  it('can be thrown away where anybody can send it, and never where this vault lacks the key', () => {
    const thrown = FAULTS.filter((code) => canBeThrownAway(closed(code, { age: 0 })));
    expect(FAULTS.filter((code) => !thrown.includes(code))).toEqual(['envelope_version', 'key_unknown']);
  });

  it('shows what waits for a key before all that anybody can send', () => {
    const strange = Array.from({ length: 60 }, () => closed('item_elsewhere', { age: 0 }));
    const waiting = closed('key_unknown', { age: 9 * HOUR });
    expect(sortCases([...strange, waiting], NOW)[0]).toBe(waiting);
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
    const answered = danger({ age: 0 });
    // What was answered and given back is anybody's again; what is closed is nobody's to take.
    expect(canBeTaken({ ...answered, row: { ...answered.row, state: 'open' } })).toBe(true);
    expect(canBeTaken({ ...answered, row: { ...answered.row, state: 'closed' } })).toBe(false);
  });

  it('is with whom the member sealed it, whatever the store calls them now', () => {
    const one = danger({ age: 60, taken: true });
    const pins = { first: one.row.digest, mailbox: 'A'.repeat(43) };
    const item = sampleState(one.row.id, pins, { owner: member });
    const row = { ...one.row, takenBy: { ...member, name: 'Somebody else' } };
    expect(ownerOf({ ...one, row, said: { id: item.id, digest: 'A'.repeat(43), item, key: 0 } })).toEqual(
      member,
    );
  });
});
