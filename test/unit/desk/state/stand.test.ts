import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Case,
  caseUrgency,
  groupOf,
  hasNews,
  isAlarm,
  sortCases,
  stepIsDue,
} from '../../../../src/desk/inbox/cases.ts';
import {
  allowedByHand,
  closedAs,
  continuedAt,
  givenBack,
  givenTo,
  reopened,
  type Stand,
  standOf,
  stepDone,
  UNTOUCHED,
  urgencySet,
  waitingFor,
} from '../../../../src/desk/state/stand.ts';
import { BY_HAND, State } from '../../../../src/protocol/items/kinds/state.ts';
import { OUTCOMES } from '../../../../src/protocol/items/register.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleState } from '../../../samples/desk-items.ts';
import { referral } from '../surroundings.ts';

const NOW = 1_800_000_000;
const [ana, bo] = [
  { id: randomId(), name: 'Ana' },
  { id: randomId(), name: 'Bo' },
];
const digest = 'A'.repeat(43);

/** A case of which a member said last how it stands, `ago` seconds before now. */
function caseOf(
  item: ReturnType<typeof referral>,
  stand: Stand,
  ago = 60,
  row: Partial<Case['row']> = {},
): Case {
  const said = { ...sampleState(item.id, { first: digest, mailbox: item.mailbox }), ...stand };
  return {
    row: {
      ...{ id: item.id, state: 'taken', receivedAt: NOW - 7200, changed: 1, rev: 1, bytes: 1081, digest },
      ...(stand.owner && { takenBy: stand.owner, takenAt: NOW - 3600 }),
      ...{ entry: said.id, saidAt: NOW - ago },
      ...row,
    },
    opened: { ok: true, item, key: 0, digest },
    said: { id: said.id, digest, item: said, key: 0 },
  };
}

/** Who plans with four things before them. */
const byAna = { me: ana, rev: 4 };

/** A row whose person wrote last at a revision. */
const wroteAt = (rev: number) => ({ lastFromReporterAt: NOW - 10, lastFromReporterRev: rev });

type Act = (stand: Stand) => Stand;
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom(ana, bo).map(
    (to): Act =>
      (stand) =>
        givenTo(stand, to),
  ),
  fc.constant<Act>(givenBack),
  fc.constant<Act>(stepDone),
  fc.integer({ min: -90_000, max: 90_000 }).map(
    (by): Act =>
      (stand) =>
        continuedAt(stand, byAna, NOW + by, 'call'),
  ),
  fc.constant<Act>((stand) => waitingFor(stand, { me: bo, rev: 1 }, 'the person')),
  fc.constantFrom(...OUTCOMES).map(
    (outcome): Act =>
      (stand) =>
        closedAs(stand, ana, { outcome }),
  ),
  fc.constant<Act>((stand) => reopened(stand, bo)),
  fc.constantFrom(...BY_HAND).map(
    (urgency): Act =>
      (stand) => {
        const set = urgencySet(stand, referral(), urgency, 'because');
        return set.ok ? set.stand : stand;
      },
  ),
);
const stands = fc
  .array(acts, { maxLength: 8 })
  .map((all) => all.reduce((stand, act) => act(stand), UNTOUCHED));

describe('how a case stands', () => {
  it('is, after whatever was done, a state that the desk can seal and read', () => {
    fc.assert(
      fc.property(stands, (stand) => {
        const state = { ...sampleState(randomId(), { first: digest, mailbox: digest }), ...stand };
        expect(State.parse(JSON.parse(JSON.stringify(state)))).toEqual(JSON.parse(JSON.stringify(state)));
        // Nothing is planned with what nobody has, or with what has ended.
        if (!stand.owner || stand.closed)
          expect([stand.next, stand.waitingFor]).toEqual([undefined, undefined]);
        expect(stand.next === undefined || stand.waitingFor === undefined).toBe(true);
      }),
    );
  });

  it('keeps all else when it changes, so that one act never undoes another', () => {
    const urgent = urgencySet(givenTo(UNTOUCHED, ana), referral(), 'now', 'heard shouting');
    if (!urgent.ok) throw new Error(urgent.code);
    const planned = continuedAt(urgent.stand, byAna, NOW + 60, 'call');
    for (const stand of [
      givenTo(planned, bo),
      closedAs(planned, ana, { outcome: 'advice' }),
      givenBack(planned),
    ])
      expect(stand).toMatchObject({ urgency: 'now', reason: 'heard shouting' });
    expect(givenTo(planned, bo).next).toEqual({ at: NOW + 60, what: 'call' });
  });

  it('comes back, by hand, to who opens it; what was done is undone by the stand before', () => {
    const closed = closedAs(givenTo(UNTOUCHED, ana), bo, { outcome: 'advice' });
    expect(closed.owner).toEqual(ana);
    expect(reopened(closed, bo)).toEqual({ owner: bo, closed: null });
    const state = { ...sampleState(randomId(), { first: digest, mailbox: digest }), ...closed };
    expect(standOf({ id: state.id, digest, item: state, key: 0 })).toEqual(closed);
    expect(standOf(null)).toEqual(UNTOUCHED);
  });
});

describe('an urgency by hand', () => {
  const minor = referral({ age: 'minor' });

  it('needs a reason, and never lets somebody under 18 wait beyond today', () => {
    expect(urgencySet(UNTOUCHED, referral(), 'week', ' ')).toEqual({ ok: false, code: 'reason' });
    for (const urgency of ['week', 'advice'] as const)
      expect(urgencySet(UNTOUCHED, minor, urgency, 'a reason')).toEqual({ ok: false, code: 'minor' });
    expect(urgencySet(UNTOUCHED, minor, 'today', 'a reason').ok).toBe(true);
    expect(allowedByHand(referral(), {})).toEqual(BY_HAND);
  });

  it('is the urgency of the case, but one that nobody may say', () => {
    const said = (item: ReturnType<typeof referral>, urgency: (typeof BY_HAND)[number]) =>
      caseUrgency(caseOf(item, { ...givenTo(UNTOUCHED, ana), urgency }));
    expect(said(referral({ happening: ['pay'] }), 'now')).toBe('now');
    expect(said(referral({ danger: 'unsure' }), 'advice')).toBe('advice');
    expect(said(minor, 'advice')).toBe('today');
    const doubted = {
      ...caseOf(referral({ happening: ['pay'] }), { ...UNTOUCHED, urgency: 'now' }),
      doubt: 'unfit',
    };
    expect(caseUrgency(doubted as Case)).toBe('week');
  });
});

describe('a case that waits', () => {
  const waits = waitingFor(givenTo(UNTOUCHED, ana), byAna, 'the person');
  const later = continuedAt(waits, byAna, NOW + 60, 'call');

  it('waits until its time has come, or its person writes', () => {
    expect(groupOf(caseOf(referral(), later), NOW)).toBe('waiting');
    expect(groupOf(caseOf(referral(), later), NOW + 60)).toBe('ours');
    expect(stepIsDue(caseOf(referral(), later), NOW + 60)).toBe(true);
    expect(groupOf(caseOf(referral(), waits), NOW + 1e9)).toBe('waiting');
    const written = caseOf(referral(), waits, 60, wroteAt(5));
    expect(groupOf(written, NOW)).toBe('ours');
    expect(groupOf(caseOf(referral(), stepDone(later)), NOW)).toBe('taken');
  });

  it('has no news in what its member had read when they planned', () => {
    expect(hasNews(caseOf(referral(), later, 60, wroteAt(4)))).toBe(false);
    expect(hasNews(caseOf(referral(), givenTo(UNTOUCHED, ana), 60, wroteAt(4)))).toBe(true);
  });

  it('has news in what its person wrote since it was planned, whoever has taken it over since or said how urgent it is', () => {
    const urgent = urgencySet(later, referral(), 'now', 'heard shouting');
    if (!urgent.ok) throw new Error(urgent.code);
    for (const stand of [givenTo(later, bo), urgent.stand]) {
      expect(hasNews(caseOf(referral(), stand, 60, wroteAt(5)))).toBe(true);
      expect(groupOf(caseOf(referral(), stand, 60, wroteAt(5)), NOW)).toBe('ours');
    }
  });

  it('has news by the order in which things came, and not by a time that somebody changed', () => {
    const redated = { ...wroteAt(5), lastFromReporterAt: 1, lastFromDeskAt: NOW, lastFromDeskRev: 3 };
    expect(hasNews(caseOf(referral(), later, 60, redated))).toBe(true);
  });
});

it('puts nothing above danger that nobody has but other such danger, whatever members say', () => {
  const item = fc.constantFrom(
    () => referral({ danger: 'yes' }),
    () => referral({ danger: 'yes', age: 'minor' }),
    () => referral({ happening: ['pay'] }),
    () => referral({ who: 'work', when: 'now' }),
  );
  const one = fc
    .tuple(item, stands, fc.option(fc.integer({ min: 0, max: 9000 }), { nil: undefined }))
    .map(([make, stand, wrote]) =>
      caseOf(
        make(),
        stand,
        60,
        wrote === undefined ? {} : { lastFromReporterAt: NOW - wrote, lastFromReporterRev: wrote },
      ),
    );
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), fc.integer({ min: 0, max: 100_000 }), (cases, later) => {
      const alarms = sortCases(cases, NOW + later).map(isAlarm);
      expect(alarms.lastIndexOf(true)).toBe(alarms.filter(Boolean).length - 1);
    }),
  );
});
