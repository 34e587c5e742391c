import { describe, expect, it } from 'vitest';
import type { ApiResult } from '../../../../src/desk/api/result.ts';
import { type Case, caseUrgency, hasDanger, hasMinor } from '../../../../src/desk/inbox/cases.ts';
import { begunOf, type Pending, splitGroup } from '../../../../src/desk/linked/split-group.ts';
import { type Stand, UNTOUCHED } from '../../../../src/desk/state/stand.ts';
import type { Referral } from '../../../../src/protocol/items/kinds/referral.ts';
import type { RegisterCard } from '../../../../src/protocol/items/register.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import type { BeginCase, ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleState } from '../../../samples/desk-items.ts';
import { fakeApi, referral, storedOf } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

const centre = drawPair();
const ana = { id: randomId(), name: 'Ana' };
const WORDS = ['Inspectie', 'Nieuwpoort', 'barracks', 'Ama', '0470 12 34 56', 'Twi'];

const inspected = referral({
  ...{ who: 'work', danger: 'yes', when: 'tonight', speaks: 'pl', place: 'Nieuwpoort', story: 'barracks' },
  ...{ callName: 'Ama', answer: { way: 'mailbox', number: '0470 12 34 56' }, formLanguage: 'nl' },
  work: { service: 'Inspectie', consent: 'unasked', people: 4, minors: 1, bed: 'yes' },
});

function caseOf(item: Referral, stand: Partial<Stand> = {}): Case {
  const { row } = storedOf(item, centre);
  const said = {
    ...sampleState(item.id, { first: row.digest, mailbox: item.mailbox }),
    ...{ ...UNTOUCHED, ...stand },
  };
  return {
    row,
    opened: { ok: true, item, key: 0, digest: row.digest },
    said: { id: said.id, digest: row.digest, item: said, key: 0 },
  };
}

/** Splits a group at a desk whose worker takes as many as it is told to; gives what came of it and each new case as any desk reads it. */
async function split(
  group: Case,
  item: Referral,
  count: number,
  minors: number,
  { takes = count, pending = null }: { takes?: number; pending?: Pending | null } = {},
) {
  const sent: { id: string; body: BeginCase }[] = [];
  const api = fakeApi({
    begin: async (id, body): Promise<ApiResult<ThreadRow>> => {
      if (sent.length === takes) return { ok: false, code: 'offline' };
      sent.push({ id, body });
      return { ok: true, value: { ...group.row, id, entry: body.entry.id } };
    },
  });
  const vault = openVault(centre);
  const made = { split: { count, minors }, me: ana, why: 'As urgent as K7M2', pending };
  const done = await splitGroup(api, vault, group, item, made);
  const cases: Case[] = [];
  for (const { id, body } of sent) {
    const opened = await vault.open([
      { thread: id, id, envelope: body.envelope, from: 'reporter' },
      { thread: id, id: body.entry.id, envelope: body.entry.envelope, from: 'centre' },
    ]);
    const [first, state] = opened.ok ? opened.opened : [];
    if (!first?.ok || first.item.kind !== 'referral') throw new Error('It does not open');
    if (!state?.ok || state.item.kind !== 'state') throw new Error('Its state does not open');
    const said = { id: body.entry.id, digest: state.digest, item: state.item, key: 0 };
    const row = { ...group.row, id, digest: first.digest };
    cases.push({ row, opened: { ok: true, item: first.item, key: 0, digest: first.digest }, said });
  }
  return { done, cases, sent };
}

const itemOf = ({ opened }: Case) => (opened.ok && opened.item.kind === 'referral' ? opened.item : null);

describe('a referral about a group', () => {
  it('becomes a case for each of some, linked, theirs who split it, with what was chosen and no word', async () => {
    const group = caseOf(inspected);
    const { done, cases } = await split(group, inspected, 3, 1);
    expect(done).toEqual({ begun: cases.map(({ row }) => row.id), fault: null, pending: null });
    for (const one of cases) {
      expect(itemOf(one)).toMatchObject({ of: inspected.id, who: 'work', danger: 'yes', when: 'tonight' });
      expect(itemOf(one)).toMatchObject({ speaks: 'pl', formLanguage: 'nl', answer: { way: 'mailbox' } });
      expect(one.said?.item).toMatchObject({
        ...{ owner: ana, closed: null, linked: [{ id: inspected.id, as: 'group' }] },
        pins: { first: one.row.digest, mailbox: itemOf(one)?.mailbox },
      });
      for (const word of WORDS) expect(JSON.stringify([itemOf(one), one.said?.item])).not.toContain(word);
      expect([caseUrgency(one), hasDanger(one)]).toEqual(['now', true]);
    }
    expect(cases.map(hasMinor)).toEqual([true, false, false]);
    expect(new Set(cases.map((one) => itemOf(one)?.mailbox)).size).toBe(3);
  });

  it('gives them how urgent a member said that it is, and of its card what is so of everybody', async () => {
    const all: RegisterCard = { origin: 'judicial', forms: ['labour'], district: 'brussels' };
    const card: RegisterCard = { ...all, sex: 'f', age: '18-24', citizenship: 'eu', presumed: 'yes' };
    const calm = referral({
      who: 'work',
      when: 'advice',
      work: { service: 'x', consent: 'agreed', people: 2 },
    });
    const group = caseOf(calm, { urgency: 'today', reason: 'They leave tonight', card });
    const { cases } = await split(group, calm, 1, 0);
    expect(cases[0]?.said?.item).toMatchObject({ urgency: 'today', reason: 'As urgent as K7M2', card: all });
    expect(Object.keys(cases[0]?.said?.item.card ?? {}).sort()).toEqual(Object.keys(all).sort());
  });

  it('takes no words of a language that has no name of its own along', async () => {
    const other = { ...inspected, speaks: 'other', speaksOther: 'Twi' } as const;
    const { cases } = await split(caseOf(other), other, 1, 0);
    expect(itemOf(cases[0] as Case)).not.toHaveProperty('speaks');
  });

  it('says which were begun before one could not be, and sends that one again just so', async () => {
    const group = caseOf(inspected);
    const { done, cases } = await split(group, inspected, 3, 0, { takes: 1 });
    expect(done).toMatchObject({ begun: [cases[0]?.row.id], fault: { code: 'offline' } });
    const others = [...cases, caseOf(referral())].map((one) => ({ one, name: 'x' }));
    expect(begunOf(inspected.id, others).map(({ row }) => row.id)).toEqual(done.begun);
    const { pending } = done;
    const again = await split(group, inspected, 2, 0, { pending });
    expect(pending).toMatchObject(again.sent[0] ?? {});
    expect(again.done).toMatchObject({ begun: [pending?.id, again.sent[1]?.id], fault: null });
    expect(again.sent).toHaveLength(2);
  });

  it('never lets what was sent of a grown-up stand for somebody under 18', async () => {
    const group = caseOf(inspected);
    const { done } = await split(group, inspected, 1, 0, { takes: 0 });
    const again = await split(group, inspected, 1, 1, { pending: done.pending });
    expect(again.done.begun).not.toContain(done.pending?.id);
    expect(again.cases.map(hasMinor)).toEqual([true]);
  });

  it('is in danger in each of them where it is by what was merged into it', async () => {
    const calm = referral({
      who: 'work',
      danger: 'no',
      work: { service: 'x', consent: 'agreed', people: 2 },
    });
    const group = caseOf(calm, { linked: [{ id: randomId(), as: 'from', danger: true, urgency: 'now' }] });
    const { cases } = await split(group, calm, 1, 0);
    expect(cases.map(hasDanger)).toEqual([true]);
  });
});

it('is of a group only where this centre began it: what anybody sealed to be is nothing that the desk knows', async () => {
  const forged = referral({ who: 'work', of: randomId() });
  const envelope = storedOf(forged, centre).envelope;
  const opened = await openVault(centre).open([
    { thread: forged.id, id: forged.id, envelope, from: 'reporter' },
  ]);
  expect(opened).toMatchObject({ ok: true, opened: [{ ok: false, code: 'item_unknown' }] });
});
