import { expect, it } from 'vitest';
import { loadYear } from '../../../../src/desk/figures/load-year.ts';
import type { VaultClient } from '../../../../src/desk/vault/client.ts';
import type { Tally } from '../../../../src/protocol/items/kinds/tally.ts';
import { boxItem } from '../../../../src/protocol/seal/authenticated-box.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import type { TallyRow } from '../../../../src/protocol/wire/api/tallies.ts';
import { toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { fakeApi } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

const centre = drawPair();

function stored(month: string): TallyRow {
  const id = randomId();
  const tally: Tally = { v: 2, kind: 'tally', thread: id, id, month, channel: 'form', card: {} };
  const envelope = toBase64url(boxItem(tally, centre, centre.publicKey) ?? new Uint8Array());
  return { id, month, envelope };
}

it('counts each tally once, and ends also where the worker gives the same for ever', async () => {
  const rows = ['2026-01', '2026-02'].map(stored);
  let asked = 0;
  const api = fakeApi({
    tallies: async () => {
      asked += 1;
      const next = { month: '2026-02', id: rows[1]?.id ?? '' };
      return asked < 100 ? { ok: true, value: { tallies: rows, next } } : { ok: false, code: 'internal' };
    },
  });
  const loaded = await loadYear(api, openVault(centre), 2026);
  expect(loaded).toMatchObject({ ok: true, broken: 0, tallies: rows.map(({ id }) => ({ id })) });
});

it('counts as broken what says another month than its row', async () => {
  const row = { ...stored('2026-03'), month: '2026-04' };
  const api = fakeApi({ tallies: async () => ({ ok: true, value: { tallies: [row] } }) });
  expect(await loadYear(api, openVault(centre), 2026)).toEqual({ ok: true, broken: 1, tallies: [] });
});

it('opens by fifties and says how far it is, and opens again only what is another than before', async () => {
  const rows = Array.from({ length: 120 }, () => stored('2026-05'));
  const api = fakeApi({ tallies: async () => ({ ok: true, value: { tallies: rows } }) });
  const vault = openVault(centre);
  const opened: number[] = [];
  const counting: VaultClient = {
    ...vault,
    open: (sealed) => {
      opened.push(sealed.length);
      return vault.open(sealed);
    },
  };
  const heard: number[] = [];
  await loadYear(api, counting, 2026, (count) => heard.push(count));
  expect([opened, heard]).toEqual([
    [50, 50, 20],
    [50, 100, 120],
  ]);
  rows[0] = { ...stored('2026-05'), id: rows[0]?.id ?? '' };
  opened.length = 0;
  // Its item names another row than the one that it lies in now.
  expect(await loadYear(api, counting, 2026)).toMatchObject({ broken: 1 });
  expect(opened.reduce((sum, count) => sum + count)).toBe(1);
});
