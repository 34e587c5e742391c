import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describedKey, PublishedKeys } from '../../../src/protocol/wire/centre-key.ts';
import { sealReferral } from '../../../tools/bench/sealed-referral.ts';
import { freePort } from '../../../tools/serve/port.ts';
import { copyHouse } from '../../support/copy-house.ts';

/** A house in which nobody has begun anything, and a webhook of who tries it: `WEBHOOK_URL=… npm start`. */
const house = mkdtempSync(join(tmpdir(), 'start-'));
const rung: { method: string | undefined; headers: IncomingHttpHeaders; body: string; at: number }[] = [];
/** Milliseconds within which it is built and served on a computer that does something else, too. */
const READY = 600_000;
let hook: Server;
let npm: ChildProcess;
let printed = '';
let origin: string | undefined;

beforeAll(async () => {
  copyHouse(house);
  hook = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    rung.push({ method: request.method, headers: request.headers, body, at: Date.now() });
    response.writeHead(204).end();
  });
  await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done));
  const { port } = hook.address() as AddressInfo;
  npm = spawn('npm', ['start'], {
    cwd: house,
    env: { ...process.env, PORT: String(await freePort()), WEBHOOK_URL: `http://127.0.0.1:${port}` },
    // A group of its own, so that what npm starts ends with it.
    detached: true,
  });
  const note = (part: Buffer) => {
    printed += part.toString();
  };
  for (const stream of [npm.stdout, npm.stderr]) stream?.on('data', note);
  for (const end = Date.now() + READY; npm.exitCode === null && Date.now() < end; await wait(200)) {
    [, origin] = /^Ready: (\S+)$/m.exec(printed) ?? [];
    if (origin) return;
  }
  throw new Error(`It was not ready:\n${printed}`);
}, READY + 30_000);

afterAll(async () => {
  const ended = npm.exitCode === null && once(npm, 'exit');
  if (npm.pid !== undefined && ended) process.kill(-npm.pid, 'SIGTERM');
  await Promise.race([ended, wait(10_000)]);
  hook.close();
  rmSync(house, { recursive: true, force: true });
}, 30_000);

it('a webhook that is named beside npm start is told once, signed, within ten seconds, and only that something waits', async () => {
  const { keys } = PublishedKeys.parse(await (await fetch(`${origin}/key.json`)).json());
  const key = keys[0] && describedKey(keys[0]);
  if (!key) throw new Error('The site publishes no key');
  const { path, body } = sealReferral(key);
  expect(rung).toEqual([]);
  const sent = Date.now();
  const headers = { 'Content-Type': 'application/json' };
  expect((await fetch(`${origin}${path}`, { method: 'PUT', body, headers })).status).toBe(201);
  await wait(10_000);
  expect(rung).toHaveLength(1);
  const [told] = rung;
  expect((told?.at ?? 0) - sent).toBeLessThan(10_000);
  expect([told?.method, told?.body]).toEqual(['POST', '{"type":"desk.waiting"}']);
  // Standard Webhooks: the secret is that of the store, which whoever tries it finds there.
  const [, secret = ''] =
    /^whsec_(.+)$/.exec(readFileSync(join(house, '.wrangler/state/WEBHOOK_SECRET'), 'utf8').trim()) ?? [];
  const {
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': signature,
    ...rest
  } = told?.headers ?? {};
  const own = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${at}.${told?.body}`);
  expect(signature).toBe(`v1,${own.digest('base64')}`);
  expect(String(id)).toMatch(/^msg_[\w-]{22}$/);
  // Nothing that is sent tells of which thread, how large it was, or who wrote.
  expect(JSON.stringify(rest)).not.toContain(path.split('/').at(-1));
  const sizes = ['content-type', 'content-length', 'user-agent'].map((name) => rest[name]);
  expect(sizes).toEqual(['application/json', '23', 'desk']);
}, 60_000);
