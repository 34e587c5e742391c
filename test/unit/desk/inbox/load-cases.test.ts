import { describe, expect, it } from 'vitest';
import { isRequest, sortCases } from '../../../../src/desk/inbox/cases.ts';
import { loadCases } from '../../../../src/desk/inbox/load-cases.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { sealItem } from '../../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { fakeApi, referral, request, rowOf } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

const centre = drawPair();

describe('loading the list', () => {
  it('follows every page and shows a row that stood on two of them once, as it was last', async () => {
    const [first, second] = [referral(), referral()];
    const moved = rowOf(first, centre);
    const asked: (string | undefined)[] = [];
    const api = fakeApi({
      threads: async (after) => {
        asked.push(after);
        return after === undefined
          ? { ok: true, value: { now: 5, threads: [moved], next: '1000.a' } }
          : {
              ok: true,
              value: { now: 6, threads: [{ ...moved, rev: 2 }, rowOf(second, centre)] },
            };
      },
    });
    const loaded = await loadCases(api, openVault(centre), []);
    expect(asked).toEqual([undefined, '1000.a']);
    expect(loaded.ok && loaded.cases.map(({ row }) => [row.id, row.rev])).toEqual([
      [first.id, 2],
      [second.id, 1],
    ]);
    expect(loaded.ok && loaded.cases.every(({ opened }) => opened.ok)).toBe(true);
  });

  it('opens only what it does not know, and keeps what a failed page would have lost', async () => {
    const row = rowOf(referral(), centre);
    const vault = openVault(centre);
    const api = fakeApi({ threads: async () => ({ ok: true, value: { now: 5, threads: [row] } }) });
    const first = await loadCases(api, vault, []);
    if (!first.ok) throw new Error('not loaded');
    await loadCases(api, vault, first.cases);
    expect(vault.opened()).toBe(1);
    const offline = fakeApi({ threads: async () => ({ ok: false, code: 'offline' }) });
    expect(await loadCases(offline, vault, first.cases)).toEqual({
      ok: false,
      fault: { ok: false, code: 'offline' },
    });
  });

  it('opens what came under an id that it knows when the envelope is another, and shows what is in that', async () => {
    const [item, vault] = [referral({ story: 'first' }), openVault(centre)];
    const rows = [rowOf(item, centre), rowOf({ ...item, story: 'other' }, centre)];
    const api = fakeApi({
      threads: async () => ({ ok: true, value: { now: 5, threads: rows.splice(0, 1) } }),
    });
    const first = await loadCases(api, vault, []);
    if (!first.ok) throw new Error('not loaded');
    const second = await loadCases(api, vault, first.cases);
    expect(second).toMatchObject({ cases: [{ opened: { ok: true, item: { story: 'other' } } }] });
    expect(vault.opened()).toBe(2);
  });

  it('opens requests beside referrals, and never puts one before them, however late it is', async () => {
    const [asked, overdue, calm] = [request(), request(), referral()];
    const rows = [
      rowOf(asked, centre, { receivedAt: 1_000_000 }),
      rowOf(calm, centre, { receivedAt: 1_000_100 }),
      rowOf(overdue, centre, { receivedAt: 1000 }),
    ];
    const now = 1_000_200;
    const api = fakeApi({ threads: async () => ({ ok: true, value: { now, threads: rows } }) });
    const loaded = await loadCases(api, openVault(centre), []);
    if (!loaded.ok) throw new Error('not loaded');
    const sorted = sortCases(loaded.cases);
    expect(sorted.map(({ opened }) => opened.ok && opened.item)).toEqual([calm, overdue, asked]);
    expect(sorted.map(isRequest)).toEqual([false, true, true]);
  });

  it('takes nothing for the beginning of a thread that is none, and no broken one for a request', async () => {
    const id = referral().id;
    const note = sealItem({ v: 1, kind: 'note', thread: id, id, text: '' }, centre);
    const row = {
      ...rowOf(referral(), centre),
      id,
      envelope: toBase64url(note ?? new Uint8Array()),
    };
    const api = fakeApi({ threads: async () => ({ ok: true, value: { now: 5, threads: [row] } }) });
    const loaded = await loadCases(api, openVault(centre), []);
    expect(loaded.ok && loaded.cases.map(({ opened }) => opened)).toEqual([
      { ok: false, code: 'item_unknown' },
    ]);
    expect(loaded.ok && loaded.cases.map(isRequest)).toEqual([false]);
  });

  it('says of each row that does not open why, and shows the others', async () => {
    const strange = rowOf(referral(), drawPair());
    const [mine, other] = [referral(), referral()];
    const swapped = { ...rowOf(other, centre), id: referral().id };
    const rows = [strange, swapped, rowOf(mine, centre)];
    const api = fakeApi({ threads: async () => ({ ok: true, value: { now: 5, threads: rows } }) });
    const loaded = await loadCases(api, openVault(centre), []);
    expect(loaded.ok && loaded.cases.map(({ opened }) => (opened.ok ? 'open' : opened.code))).toEqual([
      'key_unknown',
      'item_elsewhere',
      'open',
    ]);
  });
});
