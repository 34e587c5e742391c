import { expect, it } from 'vitest';
import { loadClosed } from '../../../../../src/desk/inbox/loading/load-closed.ts';
import { drawPair } from '../../../../../src/protocol/seal/centre-pair.ts';
import { fakeApi, referral, saidOf, storedOf } from '../../surroundings.ts';
import { openVault } from '../../vault/open-vault.ts';

const centre = drawPair();

it('says how many came without what began them, instead of leaving them out', async () => {
  const owner = { id: 'A'.repeat(22), name: 'Ana' };
  const all = [referral(), referral()].map((item) => {
    const { row, envelope } = storedOf(item, centre);
    const said = saidOf(item, row, centre, { owner, closed: { outcome: 'advice' } });
    const fields = { state: 'closed', takenBy: owner, entry: said.id } as const;
    return { row: { ...row, ...fields }, envelopes: [{ id: row.id, envelope }, said] };
  });
  const [kept] = all;
  const api = fakeApi({
    closed: async () => ({ ok: true, value: { threads: all.map(({ row }) => row), more: false } }),
    envelopes: async ({ ids }) => ({
      ok: true,
      value: { envelopes: kept?.envelopes.filter(({ id }) => ids.includes(id)) ?? [] },
    }),
  });
  const closed = await loadClosed(api, openVault(centre), '2026-11');
  expect(closed).toMatchObject({ ok: true, more: false, missing: 1, cases: [{ row: { id: kept?.row.id } }] });
  expect(closed.ok && closed.cases.map(({ doubt }) => doubt)).toEqual([undefined]);
});
