import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerRing } from '../../../../functions/bell/answer-ring.ts';
import { onDuty } from '../../../../functions/bell/duty-book.ts';
import { BellWaysBody, type PutWay, RungBody } from '../../../../src/protocol/wire/api/bell-ways.ts';
import { deviceIdOf } from '../../../../src/protocol/wire/device-id.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { newDevice, type PushDevice, pushService, vapidKeys } from '../../../support/push-service.ts';
import { askWith, refusal } from '../../support/ask.ts';
import { memberOnDuty } from '../../support/member.ts';
import { countRows, dumpStore, emptyStore } from '../../support/rows.ts';

type Member = Awaited<ReturnType<typeof memberOnDuty>>;
let keys: Awaited<ReturnType<typeof vapidKeys>>;
let service: ReturnType<typeof pushService>;

beforeEach(async () => {
  await emptyStore();
  keys = await vapidKeys();
  service = pushService(keys.publicKey);
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => service.fetch(new Request(input, init)));
});
afterEach(() => void vi.restoreAllMocks());

const bindings = () => ({ VAPID_KEY: keys.VAPID_KEY, ALERT_SECRET: 'A'.repeat(43) });
const ask = (path: string, { headers }: Pick<Member, 'headers'>, json?: unknown) =>
  askWith(bindings(), path, { headers, ...(json !== undefined && { json }) });
const put = (by: Member, way: PutWay, id = randomId()) => ask(`/api/desk/bell-ways/${id}`, by, way);
const tried = (by: Member, id: string) => ask(`/api/desk/bell-ways/${id}/try`, by, {});
const waysOf = async (member: Member) =>
  BellWaysBody.parse(await (await ask('/api/desk/bell-ways', member)).json());
const toWay = ({ endpoint, p256dh, auth }: PushDevice): PutWay => ({
  channel: 'push',
  address: { endpoint, p256dh, auth },
});

async function withDevice() {
  const member = await memberOnDuty();
  const device = await newDevice(`https://push.example/send/${randomId()}`);
  service.add(device);
  const id = randomId();
  expect((await put(member, toWay(device), id)).status).toBe(201);
  return { member, device, id };
}

/** What a device does with a push, without any session. */
const says = (ring: string, what: 'arrived' | 'answered') =>
  askWith(bindings(), `/api/desk/rings/${ring}/${what}`, { json: {} });

it('gives a device the key to subscribe with, and keeps where it is sealed', async () => {
  const { member, device } = await withDevice();
  const { pushKey, ways } = await waysOf(member);
  expect(pushKey).toBe(keys.publicKey);
  expect(ways).toMatchObject([{ channel: 'push' }]);
  expect(JSON.stringify(await dumpStore())).not.toContain(device.endpoint.slice(-22));
});

it('keeps a telephone number sealed, and never gives it back', async () => {
  const member = await memberOnDuty();
  await put(member, { channel: 'call', address: '+32470123456' });
  const known = JSON.stringify([await waysOf(member), await dumpStore()]);
  expect(known).not.toContain('470123456');
  expect((await waysOf(member)).ways).toMatchObject([{ channel: 'call' }]);
});

it('proves by a tap that a device rings, and tells how soon it did', async () => {
  const { member, id } = await withDevice();
  expect(RungBody.parse(await (await tried(member, id)).json())).toEqual({ rung: 'rang' });
  const ring = service.pushed[0]?.text ?? '';
  expect((await waysOf(member)).ways[0]).toMatchObject({ rungAt: expect.any(Number) });
  await says(ring, 'arrived');
  expect((await waysOf(member)).ways[0]).toMatchObject({ arrivedAt: expect.any(Number) });
  expect((await onDuty(env.DB, 0)).everyone).toEqual([]);
  await says(ring, 'answered');
  expect((await waysOf(member)).ways[0]).toMatchObject({ provedAt: expect.any(Number) });
  // From now on the bell may ring it.
  expect((await onDuty(env.DB, 0)).everyone).toMatchObject([
    { id: member.id, ways: [{ id, channel: 'push' }] },
  ]);
});

it('takes a tap for a proof within ten minutes, and for the newest ring alone', async () => {
  const { member, id } = await withDevice();
  await tried(member, id);
  const ring = service.pushed[0]?.text ?? '';
  await env.DB.prepare('UPDATE bell_ways SET rung_at = rung_at - 601').run();
  await says(ring, 'answered');
  await says(randomId(), 'answered');
  expect((await waysOf(member)).ways[0]?.provedAt).toBeUndefined();
  await tried(member, id);
  await says(ring, 'answered');
  expect((await waysOf(member)).ways[0]?.provedAt).toBeUndefined();
  await says(service.pushed[1]?.text ?? '', 'answered');
  expect((await waysOf(member)).ways[0]?.provedAt).toEqual(expect.any(Number));
});

it('proves by a call that a telephone rings, whether or not anything waits', async () => {
  const provider = {
    ...bindings(),
    ...{
      CALL_API: 'https://calls.example',
      CALL_ACCOUNT: 'AC1',
      CALL_TOKEN: 'secret',
      CALL_FROM: '+3225110000',
    },
    CALL_BACK: 'https://pag-asa.test',
  };
  const member = await memberOnDuty();
  const id = randomId();
  await put(member, { channel: 'call', address: '+32470123456' }, id);
  let placed = '';
  vi.mocked(fetch).mockImplementation(async (_, init) => {
    placed = String(init?.body);
    return new Response(null, { status: 201 });
  });
  const tries = await askWith(provider, `/api/desk/bell-ways/${id}/try`, {
    headers: member.headers,
    json: {},
  });
  expect(await tries.json()).toMatchObject({ rung: 'rang' });
  const called = new URLSearchParams(placed);
  expect(called.get('To')).toBe('+32470123456');
  const ring = called.get('Url')?.slice(-22) ?? '';
  expect(await answerRing(env, ring, false)).toBe(true);
  expect((await waysOf(member)).ways[0]?.provedAt).toBeUndefined();
  expect(await answerRing(env, ring, true)).toBe(true);
  expect((await waysOf(member)).ways[0]?.provedAt).toEqual(expect.any(Number));
  expect(await answerRing(env, randomId(), true)).toBe(false);
});

describe('a device that is subscribed no more', () => {
  it.each([404, 410])('is forgotten when its service says %d', async (status) => {
    const { member, id } = await withDevice();
    service.refuse = status;
    expect(await (await tried(member, id)).json()).toMatchObject({ rung: 'gone' });
    expect((await waysOf(member)).ways).toEqual([]);
  });

  it('stays where its service is only busy', async () => {
    const { member, id } = await withDevice();
    service.refuse = 503;
    expect(await (await tried(member, id)).json()).toMatchObject({ rung: 'failed' });
    expect((await waysOf(member)).ways).toHaveLength(1);
  });
});

it('rings once a minute for a trial, and by own ways alone', async () => {
  const { member, id } = await withDevice();
  const other = await memberOnDuty();
  expect(await refusal(await tried(other, id))).toEqual([404, 'not_found']);
  await tried(member, id);
  expect(await refusal(await tried(member, id))).toEqual([429, 'limited']);
  expect(service.pushed).toHaveLength(1);
});

it('lets nobody take away or replace what is another’s', async () => {
  const { id } = await withDevice();
  const other = await memberOnDuty();
  await ask(`/api/desk/bell-ways/${id}/remove`, other, {});
  expect(await countRows('bell_ways')).toBe(1);
  expect(await refusal(await put(other, { channel: 'call', address: '+32470123456' }, id))).toEqual([
    409,
    'conflict',
  ]);
});

it('has eight ways of each member and no more', async () => {
  const member = await memberOnDuty();
  const call: PutWay = { channel: 'call', address: '+32470123456' };
  for (let n = 0; n < 8; n++) expect((await put(member, call)).status).toBe(201);
  expect(await refusal(await put(member, call))).toEqual([409, 'changed']);
});

it.each([
  ['+32 470 12 34 56', 'call'],
  ['0470123456', 'call'],
  ['http://push.example/1', 'push'],
  ['https://127.0.0.1/1', 'push'],
])('refuses %s as an address of a %s', async (address, channel) => {
  const { member, device } = await withDevice();
  const { endpoint: _, keys: __, ...own } = device;
  const way = { channel, address: channel === 'call' ? address : { ...own, endpoint: address } };
  const answer = await ask(`/api/desk/bell-ways/${randomId()}`, member, way);
  expect(await refusal(answer)).toEqual([400, 'malformed']);
});

it('keeps nothing where the worker has no secret to seal it under', async () => {
  const member = await memberOnDuty();
  const answer = await askWith({ ALERT_SECRET: undefined }, `/api/desk/bell-ways/${randomId()}`, {
    headers: member.headers,
    json: { channel: 'call', address: '+32470123456' },
  });
  expect(await refusal(answer)).toEqual([503, 'secret_missing']);
});

describe('a device whose browser takes push elsewhere now', () => {
  const addressOf = ({ endpoint, p256dh, auth }: PushDevice) => ({ endpoint, p256dh, auth });
  const renewed = (was: object, address: object) =>
    askWith(bindings(), '/api/desk/rings/renewed', { json: { was, address } });

  /** A member's device under the id of its address, proved, and another address of it. */
  async function renewing() {
    const member = await memberOnDuty();
    const [device, next] = [
      await newDevice(`https://push.example/send/${randomId()}`),
      await newDevice(`https://push.example/send/${randomId()}`),
    ];
    const id = await deviceIdOf(device.endpoint);
    expect((await put(member, toWay(device), id)).status).toBe(201);
    await env.DB.prepare('UPDATE bell_ways SET proved_at = 5').run();
    return { member, device, next, nextId: await deviceIdOf(next.endpoint) };
  }

  it('is rung there without its member, who has nothing to do, and nobody learns where', async () => {
    const { member, device, next, nextId } = await renewing();
    service.add(next);
    for (let turn = 0; turn < 2; turn++) {
      const answer = await renewed(addressOf(device), addressOf(next));
      expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    }
    expect((await waysOf(member)).ways).toMatchObject([{ id: nextId, channel: 'push', provedAt: 5 }]);
    expect(RungBody.parse(await (await tried(member, nextId)).json())).toEqual({ rung: 'rang' });
    expect(service.pushed).toHaveLength(1);
    expect(JSON.stringify(await dumpStore())).not.toContain(next.endpoint.slice(-22));
  });

  it('is moved by nobody who does not have both keys of the one before', async () => {
    const { member, device, next } = await renewing();
    const before = await waysOf(member);
    for (const wrong of [
      { ...addressOf(device), auth: next.auth },
      { ...addressOf(device), p256dh: next.p256dh },
      addressOf(await newDevice(`https://push.example/send/${randomId()}`)),
    ]) {
      expect((await renewed(wrong, addressOf(next))).status).toBe(404);
    }
    expect((await waysOf(member)).ways).toEqual(before.ways);
  });
});
