import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { sealReferral } from '../../../tools/bench/sealed-referral.ts';
import { deskHost } from '../../../tools/build/desk-host.ts';
import { localSecrets } from '../../../tools/serve/local-secrets.ts';
import { freePort } from '../../../tools/serve/port.ts';
import { type ServedSite, serveSite } from '../../../tools/serve/serve-site.ts';
import { migrate, withLocalDatabase } from '../../../tools/store/local-store.ts';
import { PUSH_ORIGIN } from '../../../tools/test/push-origin.ts';
import { newDevice, type PushDevice, pushService } from '../../support/push-service.ts';
import { addRungMember } from '../../support/rung-member.ts';
import { writeSmallPages } from '../../support/small-pages.ts';
import { until } from '../../support/until.ts';

/**
 * The site as it is served, with a push service and a telephone provider on this computer: whoever is on duty has a device that is
 * subscribed no more, one whose service is out of order, and a telephone.
 */
const folder = mkdtempSync(join(tmpdir(), 'pushes-'));
const state = join(folder, 'state');
const key = writeSmallPages(join(folder, 'pages'));
/** What was asked of the outside, in its order: of a device by the name of its address, or of the provider. */
const rung: { of: string; answered: number; at: number; headers: IncomingHttpHeaders }[] = [];
const devices: Record<'gone' | 'busy', PushDevice> = {
  gone: await newDevice(`${PUSH_ORIGIN}/send/gone`),
  busy: await newDevice(`${PUSH_ORIGIN}/send/busy`),
};
let service: ReturnType<typeof pushService>;
let outOfOrder = true;
let outside: Server;
let site: ServedSite;

/** Answers as a push service does: what it passes on is opened, and who sends it is checked. */
async function answerPush(path: string, request: Request): Promise<Response> {
  if (path === '/send/gone') return new Response(null, { status: 410 });
  return outOfOrder ? new Response(null, { status: 503 }) : service.fetch(request);
}

beforeAll(async () => {
  migrate(state);
  const pushKey = Buffer.from(localSecrets(state).VAPID_KEY, 'base64url').subarray(0, 65);
  service = pushService(toBase64url(new Uint8Array(pushKey)));
  service.add(devices.busy);
  outside = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { url: path = '', headers, method = '' } = request;
    const isPush = path.startsWith('/send/');
    const asked = new Request(PUSH_ORIGIN + path, {
      method,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: Buffer.concat(parts),
    });
    const { status } = isPush ? await answerPush(path, asked) : { status: 201 };
    rung.push({ of: isPush ? path.slice(6) : 'call', answered: status, at: Date.now(), headers });
    response.writeHead(status).end();
  });
  await new Promise<void>((done) => outside.listen(0, '127.0.0.1', done));
  const at = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  const push = Object.values(devices).map(({ endpoint, p256dh, auth }) => ({
    ...{ channel: 'push' as const, address: { endpoint, p256dh, auth } },
  }));
  await addRungMember(state, [...push, { channel: 'call', address: '+32470000001' }], 'first');
  const port = await freePort();
  site = await serveSite({
    port,
    pages: join(folder, 'pages'),
    state,
    log: join(folder, 'log'),
    main: 'tools/test/push-worker.ts',
    vars: {
      ...{ CALL_API: at, CALL_ACCOUNT: 'AC1', CALL_TOKEN: 'token', CALL_FROM: '+3220000000' },
      ...{ CALL_BACK: `http://localhost:${port}`, PUSH_AT: at, BELL_LADDER: '15,30,45,60,75,15' },
    },
  });
}, 120_000);

afterAll(async () => {
  await site.stop();
  outside.close();
  rmSync(folder, { recursive: true, force: true });
});

const to = (of: string) => rung.filter((one) => one.of === of);

it('tries a device again whose service is out of order, forgets one that is gone, and calls at once after both', async () => {
  const { path, body } = sealReferral(key);
  const headers = { 'Content-Type': 'application/json' };
  const sent = Date.now();
  expect((await fetch(site.origin + path, { method: 'PUT', body, headers })).status).toBe(201);
  await until(() => to('call').length > 0, 15_000);
  // Two steps by push, and the first by telephone, without the time between them: nobody was reached.
  expect(to('busy').map(({ answered }) => answered)).toEqual([503, 503]);
  expect(to('gone').map(({ answered }) => answered)).toEqual([410]);
  expect(rung.at(-1)?.of).toBe('call');
  expect((rung.at(-1)?.at ?? 0) - sent).toBeLessThan(15_000);
}, 60_000);

it('brings a device the id of the ring alone, encrypted for it, from whom it subscribed to, and at once', async () => {
  outOfOrder = false;
  await until(() => service.pushed.length > 0, 75_000);
  const [pushed] = service.pushed;
  expect(pushed?.text).toMatch(/^[\w-]{22}$/);
  expect(pushed?.bytes).toBe(4096);
  expect(pushed?.vapid).toMatchObject({ aud: PUSH_ORIGIN, sub: `https://${deskHost('local')}` });
  expect(pushed?.headers).toMatchObject({
    ...{ ttl: '600', urgency: 'high', topic: 'desk' },
    ...{ 'content-encoding': 'aes128gcm', 'content-length': '4096' },
  });
  expect(to('gone')).toHaveLength(1);
}, 90_000);

it('keeps the ways of a member but for the device that is gone', async () => {
  await site.stop();
  const channels = await withLocalDatabase(state, async (database) => {
    const { results } = await database.prepare('SELECT channel FROM bell_ways ORDER BY channel').all();
    return results.map(({ channel }) => channel);
  });
  expect(channels).toEqual(['call', 'push']);
});
