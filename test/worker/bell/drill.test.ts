import { beforeEach, expect, it, vi } from 'vitest';
import type { Reachable } from '../../../functions/bell/on-duty.ts';
import { tokensOf } from '../../../src/desk/vault/inside/drill.ts';
import { newDrill } from '../../../src/protocol/keys/drill.ts';
import { CONTRACT } from '../../../src/protocol/wire/api/contract.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { askWith, DESK } from '../support/ask.ts';
import { centre } from '../support/centre.ts';
import { memberOnDuty } from '../support/member.ts';
import { newReferral } from '../support/referral.ts';
import { countRows, emptyStore } from '../support/rows.ts';
import { type Hung, RINGS, withBell } from './hung-bell.ts';

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

async function rang({ bindings }: Hung, headers: Headers, since: number) {
  const answer = await askWith(bindings, `/api/desk/bell/rings?since=${since}`, { headers });
  return CONTRACT.desk.rings.answer.parse(await answer.json());
}
const ringsSince = async (hung: Hung, headers: Headers, since: number) =>
  (await rang(hung, headers, since)).rings;

const seconds = () => Math.floor(Date.now() / 1000);

/** Sends a drill from the public host, as the watcher does. */
async function watchersDrill({ bindings }: Hung) {
  const at = seconds();
  const made = await newDrill(at, centre);
  if (!made) throw new Error('No drill.');
  const path = `/api/referrals/${made.id}`;
  expect((await askWith(bindings, path, { method: 'PUT', json: made.sent })).status).toBe(201);
  return { at, token: made.token };
}

/** What the watcher asks of a drill, and hears. */
async function watcher({ bindings }: Hung, json: object, secret: string = RINGS.PULSE_TOKEN) {
  const headers = { Authorization: `Bearer ${secret}` };
  const answer = await askWith(bindings, '/api/pulse/drill', { json, headers });
  return [answer.status, await answer.json<object>()] as const;
}

async function pulse({ bindings }: Hung): Promise<number> {
  const headers = { Authorization: `Bearer ${RINGS.PULSE_TOKEN}` };
  return (await askWith(bindings, '/api/pulse', { headers })).status;
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
      await look(hung, ana.headers, { drill: began });
      const before = hung.sent.length;
      await hung.pass(1300);
      expect(hung.sent).toHaveLength(before);
    },
  );
});

it('a drill that a member ended puts off nothing that comes after it; any other look does', async () => {
  const rungAfter = async (ended: boolean): Promise<number> => {
    let rung = 0;
    await emptyBell(async (hung) => {
      const ana = await memberOnDuty();
      const began = seconds();
      const id = await drill(hung);
      await hung.pass(0);
      await remove(hung, id);
      await look(hung, ana.headers, ended ? { drill: began } : {});
      const before = hung.sent.length;
      const real = await newReferral();
      await askWith(hung.bindings, `/api/referrals/${real.id}`, { method: 'PUT', json: real.body });
      await hung.pass(5);
      rung = hung.sent.length - before;
    });
    return rung;
  };
  expect(await rungAfter(true)).toBe(1);
  expect(await rungAfter(false)).toBe(0);
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

it('the watcher ends its drill by the token: nothing of it is left or rings on, and what comes next rings at once', async () => {
  await emptyBell(async (hung) => {
    const { at, token } = await watchersDrill(hung);
    await hung.pass(1);
    expect(hung.sent.map(({ to }) => to)).toEqual(['webhook']);
    expect(await watcher(hung, { since: at })).toEqual([200, { ok: true, answered: false }]);
    const wrong = 'A'.repeat(43);
    expect((await watcher(hung, { since: at, end: wrong }))[0]).toBe(401);
    expect((await watcher(hung, { since: at, end: token }, 'another'))[0]).toBe(404);
    expect((await watcher(hung, { since: at - 7200, end: token }))[0]).toBe(400);
    expect(await countRows('threads')).toBe(1);
    // The answer may be lost: the same is asked again.
    for (let turn = 0; turn < 2; turn++) {
      expect((await watcher(hung, { since: at, end: token }))[0]).toBe(200);
      expect([await countRows('threads'), await countRows('arrivals')]).toEqual([0, 0]);
    }
    await hung.pass(300, true);
    expect(hung.sent).toHaveLength(1);
    const real = await newReferral();
    await askWith(hung.bindings, `/api/referrals/${real.id}`, { method: 'PUT', json: real.body });
    await hung.pass(2);
    expect(hung.sent).toHaveLength(2);
  });
});

it('the end of the watcher’s drill takes nothing from the bell that somebody else has sent meanwhile', async () => {
  await emptyBell(async (hung) => {
    const { at, token } = await watchersDrill(hung);
    await hung.pass(1);
    const real = await newReferral();
    await askWith(hung.bindings, `/api/referrals/${real.id}`, { method: 'PUT', json: real.body });
    expect((await watcher(hung, { since: at, end: token }))[0]).toBe(200);
    expect(await countRows('arrivals')).toBe(1);
    const before = hung.sent.length;
    await hung.pass(130);
    expect(hung.sent.length).toBeGreaterThan(before);
    // Who stole the watcher's secret makes no noise of it.
    const other = await watchersDrill(hung);
    expect((await watcher(hung, { since: other.at, end: other.token }))[0]).toBe(429);
  });
});

it('a drill is measured by every way: to the member, to the webhook, and by mail as far as its service took it', async () => {
  const way = { id: randomId(), channel: 'call' as const, address: '' };
  const duty: { first: Reachable | null } = { first: null };
  await withBell(
    () => ({ ...duty, backup: null, everyone: duty.first ? [duty.first] : [] }),
    async (hung) => {
      const ana = await memberOnDuty('Ana');
      const json = { channel: 'call', address: '+32470000001' };
      await askWith(hung.bindings, `/api/desk/bell-ways/${way.id}`, { headers: ana.headers, json });
      way.address = await storedAddress(hung, way.id);
      duty.first = { id: ana.id, ways: [way] };
      const { at, token } = await watchersDrill(hung);
      await hung.pass(3);
      expect(await rang(hung, ana.headers, at)).toMatchObject({
        rings: [{ channel: 'call' }],
        others: [{ channel: 'webhook', rungAt: at, tookAt: at }],
      });
      const { ring } = (await hung.bindings.DB.prepare('SELECT ring_id AS ring FROM bell_ways').first<{
        ring: string;
      }>()) ?? { ring: '' };
      await askWith(hung.bindings, `/api/desk/rings/${ring}/answered`, { json: {} });
      expect(await watcher(hung, { since: at })).toEqual([200, { ok: true, answered: true }]);
      hung.answers.mail = 'errors';
      await watcher(hung, { since: at, end: token });
      const { last } = await rang(hung, ana.headers, seconds());
      expect(last).toMatchObject({
        ...{ from: at, well: true },
        rings: [{ member: { name: 'Ana' }, channel: 'call', answeredAt: at + 3 }],
      });
      const [webhook, mail] = last?.others ?? [];
      expect(webhook).toEqual({ channel: 'webhook', rungAt: at, tookAt: at });
      // It was handed over, and not taken.
      expect(mail).toEqual({ channel: 'mail', rungAt: at + 3 });
      expect(hung.sent.at(-1)?.to).toBe('mail');
      expect(hung.sent.at(-1)?.body).not.toContain('Ana');
    },
  );
});

it('when no drill has gone well for more than a day, pulse and desk say so until one has', async () => {
  await emptyBell(async (hung) => {
    const said = async () => {
      const { headers } = await memberOnDuty();
      const answer = await askWith(hung.bindings, '/api/desk/bell', { headers });
      return [await pulse(hung), CONTRACT.desk.bell.answer.parse(await answer.json()).fault];
    };
    const later = async (passed: number) => {
      vi.setSystemTime(Date.now() + passed * 1000);
      await hung.pass(121, true);
    };
    const held = async () => {
      const { at, token } = await watchersDrill(hung);
      await hung.pass(2);
      await watcher(hung, { since: at, end: token });
    };
    await later(25 * 3600);
    expect(await said()).toEqual([200, undefined]);
    await later(3600);
    expect(await said()).toEqual([503, 'untried']);
    hung.answers.webhook = 'down';
    await held();
    expect(await said()).toEqual([503, 'untried']);
    await later(600);
    hung.answers.webhook = 'well';
    await held();
    expect(await said()).toEqual([200, undefined]);
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
