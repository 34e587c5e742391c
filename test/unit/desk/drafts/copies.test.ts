import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Api } from '../../../../src/desk/api/client.ts';
import type { ApiFault } from '../../../../src/desk/api/result.ts';
import { createCopies } from '../../../../src/desk/drafts/copies.ts';
import {
  createDraftKeeper,
  type DraftKeeper,
  type Elsewhere,
  type Kept,
} from '../../../../src/desk/drafts/draft-keeper.ts';
import { SHEET_ID } from '../../../../src/desk/drafts/sheet-id.ts';
import { createTabStore, noteCopy, type TabStore } from '../../../../src/desk/drafts/tab-store.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import type { DraftRow } from '../../../../src/protocol/wire/api/drafts.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { fakeApi } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const centre = drawPair();
const [ana, bo] = [randomId(), randomId()];
const [thread, other] = [randomId(), randomId()];

/** A worker that holds drafts by their members; `fault`: what it says instead. */
function worker() {
  const held = new Map<string, Map<string, DraftRow>>();
  const asked: string[] = [];
  let fault: ApiFault | null = null;
  const ofMember = (me: string) => {
    const own = held.get(me) ?? new Map<string, DraftRow>();
    held.set(me, own);
    return own;
  };
  const apiOf = (me: string): Api => {
    const own = ofMember(me);
    const done = (what: string, id: string, act: () => void) => {
      asked.push(what);
      if (fault) return { ok: false, code: fault } as const;
      act();
      return { ok: true, value: { id } } as const;
    };
    return fakeApi({
      drafts: async ({ after = '' }) => {
        if (fault) return { ok: false, code: fault };
        const [first, second] = [...own.values()]
          .filter((draft) => draft.thread > after)
          .sort((a, b) => (a.thread < b.thread ? -1 : 1));
        const drafts = first ? [first] : [];
        return { ok: true, value: { drafts, ...(first && second && { next: first.thread }) } };
      },
      putDraft: async (id, draft) => done('put', id, () => own.set(id, { ...draft, thread: id })),
      removeDraft: async (id) => done('remove', id, () => own.delete(id)),
    });
  };
  return { apiOf, ofMember, asked, fail: (code: ApiFault | null) => (fault = code) };
}

/** A tab with a storage of its own. */
function tabOf(): TabStore {
  const kept = new Map<string, string>();
  return createTabStore({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
}

/** A session of a member in a tab; `now` is what its device's clock says. */
function session(api: Api, me: string, tab: TabStore, now: number) {
  const copies = createCopies(api, (copied) => noteCopy(tab, copied, me));
  return createDraftKeeper(openVault(centre), tab, { me, copies }, () => now);
}

/** What a member finds once all of it has come: what this tab has, and what other devices have. */
async function restored(keeper: DraftKeeper): Promise<Map<string, Kept>> {
  const { drafts } = await keeper.restore();
  await keeper.elsewhere((elsewhere) => {
    for (const [id, { kept, newer }] of elsewhere.drafts) if (newer) drafts.set(id, kept);
    for (const id of elsewhere.gone) {
      drafts.delete(id);
      keeper.write(id, { text: '' });
    }
  });
  return drafts;
}

it('a draft is there on another device of the same member, sealed, and on none of a colleague', async () => {
  const { apiOf, ofMember } = worker();
  const keeper = session(apiOf(ana), ana, tabOf(), 1);
  await restored(keeper);
  keeper.write(thread, { text: 'Kom niet naar de Kiekenmarkt' });
  keeper.write(other, { text: '', note: { text: 'Belt morgen' } });
  await keeper.settle(null);
  expect(JSON.stringify([...ofMember(ana).values()])).not.toMatch(/Kiekenmarkt|morgen/);

  const drafts = await restored(session(apiOf(ana), ana, tabOf(), 2));
  expect(drafts).toEqual(
    new Map([
      [thread, { text: 'Kom niet naar de Kiekenmarkt' }],
      [other, { text: '', note: { text: 'Belt morgen' } }],
    ]),
  );
  expect((await restored(session(apiOf(bo), bo, tabOf(), 2))).size).toBe(0);
});

it('what is written goes there now and then, and what is sent or discarded goes at once', async () => {
  const { apiOf, ofMember, asked } = worker();
  const keeper = session(apiOf(ana), ana, tabOf(), 1);
  await restored(keeper);
  for (const text of ['K', 'Ko', 'Kom']) {
    keeper.write(thread, { text });
    await vi.advanceTimersByTimeAsync(2000);
  }
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual(['put']);
  keeper.write(thread, { text: '' });
  await vi.advanceTimersByTimeAsync(0);
  expect([asked, ofMember(ana).size]).toEqual([['put', 'remove'], 0]);
  // Nothing is there, and nothing has to go.
  keeper.write(other, { text: 'Kom' });
  keeper.write(other, { text: '' });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked).toEqual(['put', 'remove']);
});

it('what was sent on another device does not come back in the tab where it was begun', async () => {
  const { apiOf } = worker();
  const [office, telephone] = [tabOf(), tabOf()];
  const first = session(apiOf(ana), ana, office, 1);
  await restored(first);
  first.write(thread, { text: 'Kom' });
  await first.settle(null);

  const second = session(apiOf(ana), ana, telephone, 2);
  expect((await restored(second)).size).toBe(1);
  second.write(thread, { text: '' });
  await second.settle(null);
  expect((await restored(session(apiOf(ana), ana, office, 3))).size).toBe(0);
  expect(office.read().drafts).toEqual([]);
});

it('of two devices the one counts that wrote last, and a colleague in the same tab goes on where one was', async () => {
  const { apiOf } = worker();
  const [office, telephone] = [tabOf(), tabOf()];
  for (const [tab, at, text] of [
    [office, 10, 'Kom'],
    [telephone, 20, 'Kom niet'],
  ] as const) {
    const keeper = session(apiOf(ana), ana, tab, at);
    await restored(keeper);
    keeper.write(thread, { text });
    await keeper.settle(null);
  }
  expect((await restored(session(apiOf(ana), ana, office, 30))).get(thread)).toEqual({
    text: 'Kom niet',
  });
  expect((await restored(session(apiOf(bo), bo, office, 30))).get(thread)).toEqual({ text: 'Kom' });
});

it('what only this tab has stays, whatever the worker says or does not', async () => {
  const { apiOf, fail } = worker();
  const tab = tabOf();
  fail('unavailable');
  const keeper = session(apiOf(ana), ana, tab, 1);
  await keeper.restore();
  void keeper.elsewhere(() => {});
  keeper.write(thread, { text: 'Kom' });
  await keeper.settle(null);
  expect((await session(apiOf(ana), ana, tab, 2).restore()).drafts.size).toBe(1);
  fail(null);
  expect((await restored(session(apiOf(ana), ana, tab, 3))).get(thread)).toEqual({ text: 'Kom' });
});

it('goes on trying where the network failed, and stops where the worker says no', async () => {
  const { apiOf, ofMember, asked, fail } = worker();
  const keeper = session(apiOf(ana), ana, tabOf(), 1);
  await restored(keeper);
  fail('offline');
  keeper.write(thread, { text: 'Kom' });
  await vi.advanceTimersByTimeAsync(30_500);
  expect(asked.length).toBeGreaterThan(1);
  fail(null);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ofMember(ana).size).toBe(1);
  asked.length = 0;
  fail('not_found');
  keeper.write(other, { text: 'Kom' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(['put']);
});

it('the sheet of a handover, which is of no thread, stays in its tab', async () => {
  const { apiOf, asked } = worker();
  const keeper = session(apiOf(ana), ana, tabOf(), 1);
  await restored(keeper);
  keeper.write(SHEET_ID, { text: 'K7M2' });
  await keeper.settle(null);
  expect(asked).toEqual([]);
});

it('opens with what this tab has however long the worker takes, and writes over nothing there meanwhile', async () => {
  const { apiOf, ofMember, asked } = worker();
  const telephone = session(apiOf(ana), ana, tabOf(), 1);
  await restored(telephone);
  telephone.write(thread, { text: 'Bel om zes uur' });
  await telephone.settle(null);
  asked.length = 0;

  let come = () => {};
  const hangs = new Promise<void>((resolve) => (come = resolve));
  const { drafts: list, ...api } = apiOf(ana);
  const keeper = session({ ...api, drafts: (after) => hangs.then(() => list(after)) }, ana, tabOf(), 2);
  expect((await keeper.restore()).drafts.size).toBe(0);
  let found: Elsewhere | undefined;
  const before = ofMember(ana).get(thread)?.id;
  const coming = keeper.elsewhere((elsewhere) => {
    found = elsewhere;
    keeper.leaveThere(thread, true);
  });
  keeper.write(thread, { text: 'Kom' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
  come();
  await coming;
  expect(found?.drafts.get(thread)).toEqual({ kept: { text: 'Bel om zes uur' }, newer: true });
  // Nor afterwards, until the member has seen to it.
  keeper.write(thread, { text: 'Kom niet' });
  await keeper.settle(null);
  expect(ofMember(ana).get(thread)?.id).toBe(before);
  keeper.leaveThere(thread, false);
  keeper.write(thread, { text: 'Kom niet.' });
  await keeper.settle(null);
  expect(ofMember(ana).get(thread)?.id).not.toBe(before);
});

it('asks again what is there where nothing got through, and no more where the worker says no', async () => {
  for (const [code, asks] of [
    ['timeout', 3],
    ['unauthorized', 1],
  ] as const) {
    let asked = 0;
    const drafts: Api['drafts'] = async () => {
      asked += 1;
      return asked < 3 ? { ok: false, code } : { ok: true, value: { drafts: [] } };
    };
    let arrived = 0;
    const keeper = session(fakeApi({ drafts }), ana, tabOf(), 1);
    void keeper.elsewhere(() => (arrived += 1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked, arrived]).toEqual([asks, asks === 3 ? 1 : 0]);
  }
});

it('what was written while that is not known goes there once, as it then stands', async () => {
  const { apiOf, ofMember, asked } = worker();
  let come = () => {};
  const hangs = new Promise<void>((resolve) => (come = resolve));
  const { drafts: list, ...api } = apiOf(ana);
  const tab = tabOf();
  const keeper = session({ ...api, drafts: (after) => hangs.then(() => list(after)) }, ana, tab, 2);
  await keeper.restore();
  const coming = keeper.elsewhere(() => {});
  for (const text of ['Kom', 'Kom niet', 'Kom niet voor zes uur']) {
    keeper.write(thread, { text });
    await vi.advanceTimersByTimeAsync(15_000);
  }
  expect(asked).toEqual([]);
  come();
  await coming;
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(['put']);
  expect(ofMember(ana).get(thread)?.id).toBe(tab.read().drafts[0]?.id);
});
