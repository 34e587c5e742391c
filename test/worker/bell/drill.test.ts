import { beforeEach, expect, it } from 'vitest';
import type { Reachable } from '../../../functions/bell/on-duty.ts';
import { newDrill, tokensOf } from '../../../src/desk/vault/inside/drill.ts';
import { CONTRACT } from '../../../src/protocol/wire/api/contract.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { askWith, DESK } from '../support/ask.ts';
import { centre } from '../support/centre.ts';
import { memberOnDuty } from '../support/member.ts';
import { newReferral } from '../support/referral.ts';
import { countRows, emptyStore } from '../support/rows.ts';
import { type Hung, withBell } from './hung-bell.ts';

beforeEach(emptyStore);

type Headers = Record<string, string>;

/** Sends a drill from the desk's own host. */
async function drill({ bindings }: Hung) {
  const made = await newDrill(Math.floor(Date.now() / 1000), centre);
  if (!made) throw new Error('No drill.');
  const answer = await askWith(bindings, `/api/referrals/${made.id}`, { json: made.sent, at: DESK });
  expect(answer.status).toBe(201);
  return made.id;
}

async function remove({ bindings }: Hung, id: string): Promise<number> {
  const headers = { Authorization: `Bearer ${tokensOf([id], [centre])[0]}` };
  return (await askWith(bindings, '/api/mailbox/delete', { method: 'POST', headers, at: DESK })).status;
}

async function look({ bindings }: Hung, headers: Headers, more: object = {}): Promise<void> {
  const list = await askWith(bindings, '/api/desk/threads', { headers });
  const { cursor } = CONTRACT.desk.threads.answer.parse(await list.json());
  await askWith(bindings, '/api/desk/bell/look', { headers, json: { upTo: cursor, ...more } });
}

async function ringsSince({ bindings }: Hung, headers: Headers, since: number) {
  const answer = await askWith(bindings, `/api/desk/bell/rings?since=${since}`, { headers });
  return CONTRACT.desk.rings.answer.parse(await answer.json()).rings;
}

it('a drill rings as a referral does, tells by which way whom it rang, and leaves nothing but a tombstone', async () => {
  const way = { id: randomId(), channel: 'call' as const, address: '' };
  const duty: { first: Reachable | null } = { first: null };
  await withBell(
    () => ({ ...duty, backup: null, everyone: duty.first ? [duty.first] : [] }),
    async (hung) => {
      const ana = await memberOnDuty('Ana');
      const put = await askWith(hung.bindings, `/api/desk/bell-ways/${way.id}`, {
        headers: ana.headers,
        json: { channel: 'call', address: '+32470000001' },
      });
      expect(put.status).toBe(201);
      way.address = await storedAddress(hung, way.id);
      duty.first = { id: ana.id, ways: [way] };
      const began = Math.floor(Date.now() / 1000);
      const id = await drill(hung);
      await hung.pass(1);
      expect(hung.sent.map(({ to }) => to)).toEqual(['webhook', 'call']);
      const [rang] = await ringsSince(hung, ana.headers, began);
      expect(rang).toMatchObject({ member: { id: ana.id, name: 'Ana' }, channel: 'call' });
      expect(rang).not.toHaveProperty('answeredAt');
      expect(await ringsSince(hung, ana.headers, began + 3600)).toEqual([]);
      expect(await remove(hung, id)).toBe(200);
      expect([await countRows('threads'), await countRows('tombstones')]).toEqual([0, 1]);
      // What it rang for goes on until somebody looks.
      await look(hung, ana.headers, { drill: true });
      const before = hung.sent.length;
      await hung.pass(1300);
      expect(hung.sent).toHaveLength(before);
    },
  );
});

it('a drill that a member ended puts off nothing that comes after it; any other look does', async () => {
  const rungAfter = async (more: object): Promise<number> => {
    let rung = 0;
    await emptyBell(async (hung) => {
      const ana = await memberOnDuty();
      const id = await drill(hung);
      await hung.pass(0);
      await remove(hung, id);
      await look(hung, ana.headers, more);
      const before = hung.sent.length;
      const real = await newReferral();
      await askWith(hung.bindings, `/api/referrals/${real.id}`, { method: 'PUT', json: real.body });
      await hung.pass(5);
      rung = hung.sent.length - before;
    });
    return rung;
  };
  expect(await rungAfter({ drill: true })).toBe(1);
  expect(await rungAfter({})).toBe(0);
});

it('nobody deletes a drill without the token that only the centre’s key gives', async () => {
  await emptyBell(async (hung) => {
    const id = await drill(hung);
    const headers = { Authorization: `Bearer ${'A'.repeat(43)}` };
    const answer = await askWith(hung.bindings, '/api/mailbox/delete', { method: 'POST', headers, at: DESK });
    expect(answer.status).toBe(401);
    expect(await countRows('threads')).toBe(1);
    expect(await remove(hung, id)).toBe(200);
  });
});

/** A bell with nobody to ring: only the webhook tells when it rings. */
const emptyBell = (act: (hung: Hung) => Promise<void>) =>
  withBell(() => ({ first: null, backup: null, everyone: [] }), act, { MAIL_TO: undefined });

/** Where a way rests, as the bell gets it. */
async function storedAddress({ bindings }: Hung, id: string): Promise<string> {
  const row = await bindings.DB.prepare('SELECT hex(address) AS address FROM bell_ways WHERE id = ?')
    .bind(id)
    .first<{ address: string }>();
  return toBase64url(Uint8Array.fromHex(row?.address ?? ''));
}
