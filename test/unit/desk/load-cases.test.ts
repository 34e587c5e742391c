import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { loadCases } from '../../../src/desk/load-cases.ts';
import { openVault } from './open-vault.ts';
import { fakeApi, referral, rowOf } from './surroundings.ts';

const centre = nacl.box.keyPair();

describe('loading the list', () => {
  it('follows every page and shows a row that stood on two of them once, as it was last', async () => {
    const [first, second] = [referral(), referral()];
    const moved = rowOf(first, centre.publicKey);
    const asked: (string | undefined)[] = [];
    const api = fakeApi({
      referrals: async (after) => {
        asked.push(after);
        return after === undefined
          ? { ok: true, value: { now: 5, referrals: [moved], next: '1000.a' } }
          : {
              ok: true,
              value: { now: 6, referrals: [{ ...moved, rev: 2 }, rowOf(second, centre.publicKey)] },
            };
      },
    });
    const loaded = await loadCases(api, openVault(centre.secretKey), []);
    expect(asked).toEqual([undefined, '1000.a']);
    expect(loaded.ok && loaded.cases.map(({ row }) => [row.id, row.rev])).toEqual([
      [first.id, 2],
      [second.id, 1],
    ]);
    expect(loaded.ok && loaded.cases.every(({ opened }) => opened.ok)).toBe(true);
  });

  it('opens only what it does not know, and keeps what a failed page would have lost', async () => {
    const row = rowOf(referral(), centre.publicKey);
    const vault = openVault(centre.secretKey);
    const api = fakeApi({ referrals: async () => ({ ok: true, value: { now: 5, referrals: [row] } }) });
    const first = await loadCases(api, vault, []);
    if (!first.ok) throw new Error('not loaded');
    await loadCases(api, vault, first.cases);
    expect(vault.opened()).toBe(1);
    const offline = fakeApi({ referrals: async () => ({ ok: false, code: 'offline' }) });
    expect(await loadCases(offline, vault, first.cases)).toEqual({
      ok: false,
      fault: { ok: false, code: 'offline' },
    });
  });

  it('says of each row that does not open why, and shows the others', async () => {
    const strange = rowOf(referral(), nacl.box.keyPair().publicKey);
    const [mine, other] = [referral(), referral()];
    const swapped = { ...rowOf(other, centre.publicKey), id: referral().id };
    const rows = [strange, swapped, rowOf(mine, centre.publicKey)];
    const api = fakeApi({ referrals: async () => ({ ok: true, value: { now: 5, referrals: rows } }) });
    const loaded = await loadCases(api, openVault(centre.secretKey), []);
    expect(loaded.ok && loaded.cases.map(({ opened }) => (opened.ok ? 'open' : opened.code))).toEqual([
      'key_unknown',
      'item_elsewhere',
      'open',
    ]);
  });
});
