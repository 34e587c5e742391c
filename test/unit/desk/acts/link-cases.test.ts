import { describe, expect, it } from 'vitest';
import { createLinking, linkBack } from '../../../../src/desk/acts/link-cases.ts';
import { type Case, caseUrgency, hasDanger, hasMinor, isAlarm } from '../../../../src/desk/inbox/cases.ts';
import { newlyLinked } from '../../../../src/desk/state/newly-linked.ts';
import {
  closedAs,
  isFull,
  linkedTo,
  partedFrom,
  type Stand,
  standOf,
  UNTOUCHED,
  urgencySet,
} from '../../../../src/desk/state/stand.ts';
import type { Link } from '../../../../src/protocol/items/kinds/state.ts';
import { MOST_LINKED } from '../../../../src/protocol/items/most-linked.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import type { ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleState } from '../../../samples/desk-items.ts';
import { fakeApi, referral, storedOf } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

const centre = drawPair();
const ana = { id: randomId(), name: 'Ana' };
const group = (id: string): Link => ({ id, as: 'group' });

/** A case that a member left so. */
function caseOf(item: ReturnType<typeof referral>, stand: Stand = UNTOUCHED): Case {
  const { row } = storedOf(item, centre);
  const said = { ...sampleState(item.id, { first: row.digest, mailbox: item.mailbox }), ...stand };
  return {
    row: { ...row, ...(stand.closed && { state: 'closed' }) },
    opened: { ok: true, item, key: 0, digest: row.digest },
    said: { id: said.id, digest: row.digest, item: said, key: 0 },
  };
}

describe('links between cases', () => {
  it('are told where they are new or otherwise than before, and where they are no more', () => {
    const linked = linkedTo(linkedTo(UNTOUCHED, group('a')), group('b'));
    expect(newlyLinked(UNTOUCHED, linked)).toEqual({ linked: [group('a'), group('b')], parted: [] });
    expect(newlyLinked(linked, partedFrom(linked, 'a'))).toEqual({ linked: [], parted: [group('a')] });
    const merged = linkedTo(linked, { id: 'a', as: 'into' });
    expect(newlyLinked(linked, merged)).toEqual({ linked: [{ id: 'a', as: 'into' }], parted: [] });
    expect(partedFrom(partedFrom(merged, 'a'), 'b')).toEqual(UNTOUCHED);
  });

  it('are as many as a state holds and no more', () => {
    const many = Array.from({ length: MOST_LINKED }, (_, at) => group(String(at))).reduce(
      linkedTo,
      UNTOUCHED,
    );
    expect([isFull(many), isFull(partedFrom(many, '0')), isFull(UNTOUCHED)]).toEqual([true, false, false]);
  });
});

describe('what is merged into a case', () => {
  const danger = caseOf(referral({ danger: 'yes', age: 'minor' }));
  const calm = referral({ happening: ['pay'] });

  it('is no less in danger, under 18 or urgent for that, also when it was merged before', () => {
    const back = linkBack(danger, 'into');
    expect(back).toEqual({ id: danger.row.id, as: 'from', urgency: 'now', danger: true, minor: true });
    const merged = caseOf(calm, linkedTo({ ...UNTOUCHED, urgency: 'advice', reason: 'x' }, back));
    expect([caseUrgency(merged), hasDanger(merged), hasMinor(merged), isAlarm(merged)]).toEqual([
      ...['now', true, true, true],
    ]);
    expect(linkBack(merged, 'into')).toMatchObject({ urgency: 'now', danger: true, minor: true });
    const parted = caseOf(calm, partedFrom(standOf(merged.said ?? null), danger.row.id));
    expect([caseUrgency(parted), hasDanger(parted), hasMinor(parted)]).toEqual(['advice', false, false]);
    // Cases of one group stay their own.
    expect(linkBack(danger, 'group')).toEqual(group(danger.row.id));
  });

  it('can be made less urgent by a member who has seen it, but nobody under 18 waits beyond today', () => {
    const merged = linkedTo(UNTOUCHED, linkBack(danger, 'into'));
    expect(urgencySet(merged, calm, 'week', 'safe')).toEqual({ ok: false, code: 'minor' });
    const set = urgencySet(merged, calm, 'today', 'safe');
    if (!set.ok) throw new Error(set.code);
    expect(caseUrgency(caseOf(calm, set.stand))).toBe('today');
    expect(hasDanger(caseOf(calm, set.stand))).toBe(true);
  });

  it('is somebody under 18 where one of a group is', () => {
    const work = { service: 'x', consent: 'agreed', people: 4, minors: 1 } as const;
    const many = caseOf(referral({ who: 'work', when: 'advice', work }));
    expect([hasMinor(many), caseUrgency(many)]).toEqual([true, 'today']);
    expect(hasMinor(caseOf(referral({ who: 'work', work: { ...work, minors: 0 } })))).toBe(false);
  });
});

describe('telling the other case', () => {
  /** Links a case with another, as the desk does; gives why it could not, and the links that the other then has. */
  async function tell(one: Case, other: Case | null, as: Link['as'] | null) {
    let told: ThreadRow | undefined;
    let links: Link[] | undefined;
    const api = fakeApi({
      changeState: async (_id, { entry }) => {
        told = { ...(other as Case).row, entry: entry.id, rev: 2 };
        return { ok: true, value: told };
      },
    });
    const link = createLinking(api, openVault(centre), {
      caseOf: async () => other,
      replaceRow: (_row, said) => {
        links = said.item.linked;
      },
    });
    return { fault: await link(one, other?.row.id ?? randomId(), as), links, told: told !== undefined };
  }
  const one = caseOf(referral({ danger: 'yes' }));

  it('says there the other way round what is said here, and takes it back', async () => {
    const other = caseOf(referral());
    const merged = await tell(one, other, 'into');
    expect(merged).toMatchObject({ fault: null, links: [{ id: one.row.id, as: 'from', danger: true }] });
    expect(await tell(one, other, 'group')).toMatchObject({ fault: null, links: [group(one.row.id)] });
    const has = caseOf(referral(), linkedTo(UNTOUCHED, group(one.row.id)));
    expect(await tell(one, has, null)).toEqual({ fault: null, links: undefined, told: true });
  });

  it('tells it nothing that it says already', async () => {
    const has = caseOf(referral(), linkedTo(UNTOUCHED, group(one.row.id)));
    expect(await tell(one, has, 'group')).toEqual({ fault: null, links: undefined, told: false });
    expect(await tell(one, has, 'into')).toMatchObject({ fault: null, told: true });
  });

  it('merges nothing into what has ended, is gone, or has no room', async () => {
    const over = caseOf(referral(), closedAs(UNTOUCHED, ana, { outcome: 'advice' }));
    expect(await tell(one, over, 'into')).toMatchObject({ fault: { code: 'changed' }, told: false });
    expect(await tell(one, null, 'into')).toMatchObject({ fault: { code: 'changed' } });
    const full = Array.from({ length: MOST_LINKED }, () => group(randomId())).reduce(linkedTo, UNTOUCHED);
    expect(await tell(one, caseOf(referral(), full), 'group')).toMatchObject({ fault: { code: 'changed' } });
    // What ended can be of the same group, and what is gone need not be told.
    expect(await tell(one, over, 'group')).toMatchObject({ fault: null, links: [group(one.row.id)] });
    expect(await tell(one, null, null)).toMatchObject({ fault: null });
  });
});
