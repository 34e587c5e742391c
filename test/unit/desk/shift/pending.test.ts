import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/desk/inbox/cases.ts';
import { EMPTY_SHEET, readSheet, saidOf, sheetText } from '../../../../src/desk/shift/lines.ts';
import {
  acceptedSince,
  dueNextShift,
  incoming,
  stillPending,
  toHandOver,
} from '../../../../src/desk/shift/pending.ts';
import type { HandoverRow } from '../../../../src/protocol/wire/api/handovers.ts';
import type { Member } from '../../../../src/protocol/wire/api/member.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleState } from '../../../samples/desk-items.ts';
import { referral } from '../surroundings.ts';

const NOW = 1_800_000_000;
const HOUR = 3600;
const [lotte, kelly, bo] = ['Lotte', 'Kelly', 'Bo'].map((name): Member => ({ id: randomId(), name })) as [
  Member,
  Member,
  Member,
];
const DIGEST = 'A'.repeat(43);

/** A case of a member or of nobody, that is to be gone on with at a time. */
function caseOf(owner: Member | null, { at, closed = false }: { at?: number; closed?: boolean } = {}): Case {
  const id = randomId();
  const step = at === undefined ? {} : { next: { at, what: 'Call' } };
  const item = sampleState(id, { first: DIGEST, mailbox: DIGEST }, { owner, ...step });
  return {
    row: {
      id,
      state: closed ? 'closed' : 'taken',
      receivedAt: NOW - HOUR,
      changed: 1,
      rev: 1,
      bytes: 1081,
      digest: DIGEST,
      ...(owner && { takenBy: owner, takenAt: NOW - HOUR }),
    },
    opened: { ok: true, item: referral(), key: 0, digest: DIGEST },
    said: { id: item.id, digest: DIGEST, item, key: 0 },
  };
}

const handed = ({ row }: Case, from: Member, more: Partial<HandoverRow> = {}): HandoverRow => ({
  id: randomId(),
  thread: row.id,
  from,
  at: NOW,
  ...more,
});

describe('what is still handed over', () => {
  it('is what its member has, or nobody, and no longer what was accepted, taken, closed or can’t be read', () => {
    const [mine, free, accepted] = [caseOf(lotte), caseOf(null), caseOf(lotte)];
    const [taken, closed, locked] = [caseOf(bo), caseOf(lotte, { closed: true }), caseOf(lotte)];
    locked.opened = { ok: false, code: 'key_unknown' };
    const cases = [mine, free, accepted, taken, closed, locked];
    const rows = cases.map((one) =>
      handed(one, lotte, one === accepted ? { accepted: { by: kelly, at: NOW } } : {}),
    );
    expect(stillPending(rows, cases).map(({ one }) => one)).toEqual([mine, free]);
    // Of what is not in the list nothing can be said.
    expect(stillPending(rows, [])).toEqual([]);
  });

  it('counts once, as it was handed over last', () => {
    const one = caseOf(lotte);
    const [newer, older] = [handed(one, lotte), handed(one, lotte)];
    expect(stillPending([newer, older], [one])).toEqual([{ handover: newer, one }]);
    // What was accepted is not handed over by an older one.
    const accepted = { ...newer, accepted: { by: kelly, at: NOW } };
    expect(stillPending([accepted, older], [one])).toEqual([]);
  });

  it('comes to whom it is for, or to all but who hands it over', () => {
    const [first, second] = [caseOf(lotte), caseOf(lotte)];
    const rows = [handed(first, lotte, { to: kelly }), handed(second, lotte)];
    const pending = stillPending(rows, [first, second]);
    const seenBy = (me: Member) =>
      incoming(pending, me.id).map(({ from, pending: all }) => [from, all.length]);
    expect(seenBy(kelly)).toEqual([[lotte, 2]]);
    expect(seenBy(bo)).toEqual([[lotte, 1]]);
    expect(seenBy(lotte)).toEqual([]);
  });
});

it('tells who handed over of each who accepted, and only once', () => {
  const cases = [caseOf(kelly), caseOf(bo), caseOf(kelly)];
  const by = [kelly, bo, kelly];
  const rows = cases.map((one, index) =>
    handed(one, lotte, { accepted: { by: by[index] ?? bo, at: NOW + index } }),
  );
  const threads = cases.map(({ row }) => row.id);
  expect(acceptedSince(rows, lotte.id, NOW - 1)).toEqual([
    { by: kelly, threads: [threads[0], threads[2]] },
    { by: bo, threads: [threads[1]] },
  ]);
  expect(acceptedSince(rows, lotte.id, NOW + 2)).toEqual([]);
  expect(acceptedSince(rows, kelly.id, 0)).toEqual([]);
});

describe('what a member may hand over', () => {
  it('is theirs, what is due first before the rest, and then what nobody has', () => {
    const [idle, late, soon] = [caseOf(lotte), caseOf(lotte, { at: NOW + HOUR }), caseOf(lotte, { at: NOW })];
    const [free, other, gone] = [caseOf(null), caseOf(kelly), caseOf(lotte, { closed: true })];
    const cases = [idle, late, soon, free, other, gone];
    expect(toHandOver(cases, [], lotte.id, NOW)).toEqual({ mine: [soon, late, idle], free: [free] });
    const pending = stillPending([handed(idle, lotte)], cases);
    expect(toHandOver(cases, pending, lotte.id, NOW).mine).toEqual([soon, late]);
  });

  it('is due in the next shift when that is within twelve hours', () => {
    const due = (at: number) => dueNextShift(caseOf(lotte, { at }), NOW);
    expect([due(NOW - HOUR), due(NOW + 12 * HOUR), due(NOW + 12 * HOUR + 1)]).toEqual([
      NOW - HOUR,
      NOW + 12 * HOUR,
      null,
    ]);
  });
});

it('says of a case what was written, without what was left empty', () => {
  const written = { goes: true, situation: ' Waits. ', background: ' ', recommendation: 'Call at six.' };
  const sheet = { ...EMPTY_SHEET, cases: { a: written }, remark: ' Quiet night. ' };
  expect(saidOf(sheet, 'a')).toEqual({
    situation: 'Waits.',
    recommendation: 'Call at six.',
    remark: 'Quiet night.',
  });
  expect(saidOf(EMPTY_SHEET, 'b')).toEqual({ situation: '' });
});

it('keeps a sheet as it is, nothing of an empty one, and takes nothing else for one', () => {
  const sheet = { to: kelly.id, cases: { a: { goes: true, situation: 'Waits.' } }, remark: '' };
  expect(readSheet(sheetText(sheet))).toEqual(sheet);
  expect(sheetText({ ...EMPTY_SHEET, cases: { a: { goes: false, background: ' ' } } })).toBe('');
  for (const text of ['', 'null', '{"to":1}', '[']) expect(readSheet(text)).toEqual(EMPTY_SHEET);
});
