import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealReferral } from '../../../tools/bench/sealed-referral.ts';
import { throwAwaySecret } from '../../../tools/serve/local-secrets.ts';
import { freePort } from '../../../tools/serve/port.ts';
import { type ServedSite, serveSite } from '../../../tools/serve/serve-site.ts';
import { migrate } from '../../../tools/store/local-store.ts';
import { ask } from '../../../tools/watch/watch.mjs';
import { writeSmallPages } from '../../support/small-pages.ts';
import { until } from '../../support/until.ts';

/** The site as it is served, with a webhook of our own: what goes out goes over a real connection. */
const folder = mkdtempSync(join(tmpdir(), 'rings-'));
const secret = Buffer.from(throwAwaySecret(), 'base64url').toString('base64');
const token = throwAwaySecret();
const rung: { headers: IncomingHttpHeaders; body: string; at: number }[] = [];
let hook: Server;
let site: ServedSite;
const key = writeSmallPages(join(folder, 'pages'));

beforeAll(async () => {
  hook = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      rung.push({ headers: request.headers, body, at: Date.now() });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done));
  const { port } = hook.address() as AddressInfo;
  migrate(join(folder, 'state'));
  site = await serveSite({
    port: await freePort(),
    pages: join(folder, 'pages'),
    state: join(folder, 'state'),
    log: join(folder, 'log'),
    vars: {
      WEBHOOK_URL: `http://127.0.0.1:${port}/`,
      WEBHOOK_SECRET: `whsec_${secret}`,
      PULSE_TOKEN: token,
      BELL_LADDER: '15,30,45,60,75,90',
    },
  });
}, 120_000);

afterAll(async () => {
  await site.stop();
  hook.close();
  rmSync(folder, { recursive: true, force: true });
});

async function send(): Promise<void> {
  const { path, body } = sealReferral(key);
  const answer = await fetch(site.origin + path, {
    method: 'PUT',
    body,
    headers: { 'Content-Type': 'application/json' },
  });
  expect(answer.status).toBe(201);
}

/** Waits until the webhook was rung so often, or so many milliseconds are over. */
const untilRung = (times: number, most: number) => until(() => rung.length >= times, most);

it('rings the webhook soon after what came, again at the next step, and never for each of many', async () => {
  const start = Date.now();
  await Promise.all(Array.from({ length: 20 }, send));
  await untilRung(1, 10_000);
  expect(rung).toHaveLength(1);
  await wait(Math.max(0, start + 12_000 - Date.now()));
  expect(rung).toHaveLength(1);
  await untilRung(2, 10_000);
  expect(rung).toHaveLength(2);
  expect((rung[1]?.at ?? 0) - (rung[0]?.at ?? 0)).toBeGreaterThan(13_000);
});

it('signs each time as Standard Webhooks has it, and says the same in as many bytes', () => {
  const same = rung.map(({ headers, body }) => {
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature, ...rest } = headers;
    const own = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${at}.${body}`).digest();
    const [version, given = ''] = String(signature).split(',');
    expect(version).toBe('v1');
    expect(timingSafeEqual(own, Buffer.from(given, 'base64'))).toBe(true);
    expect(Math.abs(Number(at) - Date.now() / 1000)).toBeLessThan(60);
    return { rest, body, lengths: [id, at, signature].map((value) => String(value).length) };
  });
  expect(same[0]?.body).toBe('{"type":"desk.waiting"}');
  expect(same[1]).toEqual(same[0]);
  expect(new Set(rung.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
});

it('has a pulse, for who shows its token', async () => {
  expect(await ask(`${site.origin}/api/pulse`, token)).toBe(true);
  expect(await ask(`${site.origin}/api/pulse`, `${token}x`)).toBe(false);
});
