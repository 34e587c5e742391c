import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealReferral } from '../../../tools/bench/sealed-referral.ts';
import { freePort } from '../../../tools/serve/port.ts';
import { type ServedSite, serveSite } from '../../../tools/serve/serve-site.ts';
import { migrate } from '../../../tools/store/local-store.ts';
import { addMember } from '../../support/rung-member.ts';
import { writeSmallPages } from '../../support/small-pages.ts';
import { until } from '../../support/until.ts';

/** The site as it is served, with a telephone provider and a mailbox on this computer, which speak as the real ones do. */
const folder = mkdtempSync(join(tmpdir(), 'calls-'));
const state = join(folder, 'state');
const log = join(folder, 'log');
const start = Date.now();
const TOKEN = 'token-of-the-provider';
const [FIRST, COORDINATOR] = ['+32470000001', 'all@pag-asa.test'];
const calls: { path: string; headers: IncomingHttpHeaders; form: URLSearchParams; at: number }[] = [];
let providerWorks = false;
let provider: Server;
let site: ServedSite;
const key = writeSmallPages(join(folder, 'pages'));

beforeAll(async () => {
  provider = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const { url: path = '', headers } = request;
      calls.push({ path, headers, form: new URLSearchParams(body), at: Date.now() });
      response
        .writeHead(providerWorks ? 201 : 503, { 'Content-Type': 'application/json' })
        .end('{"sid":"CA1"}');
    });
  });
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));
  const api = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  mkdirSync(MAILS, { recursive: true });
  migrate(state);
  await addMember(state, FIRST);
  const port = await freePort();
  site = await serveSite({
    port,
    pages: join(folder, 'pages'),
    state,
    log,
    vars: {
      CALL_API: api,
      CALL_ACCOUNT: 'AC1',
      CALL_TOKEN: TOKEN,
      CALL_FROM: '+3220000000',
      CALL_BACK: `http://localhost:${port}`,
      MAIL_FROM: 'desk@pag-asa.test',
      MAIL_TO: COORDINATOR,
      BELL_LADDER: '15,30,45,60,75,15',
    },
  });
}, 120_000);

afterAll(async () => {
  await site.stop();
  provider.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks what to do with a call as the provider does, and gives the status and the words. */
async function asked(url: string, form: Record<string, string>, token = TOKEN): Promise<[number, string]> {
  const text = Object.keys(form)
    .sort()
    .reduce((all, name) => all + name + form[name], url);
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'X-Twilio-Signature': createHmac('sha1', token).update(text).digest('base64') },
  });
  return [answer.status, await answer.text()];
}

/** Where wrangler keeps the text of each mail that a worker on this computer sends, in a file of its own. */
const MAILS = '.wrangler/tmp/email';

/** The mails that went out since the site was served. */
const mails = (): string[] =>
  readdirSync(MAILS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.endsWith('email-text'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).mtimeMs >= start)
    .map((path) => readFileSync(path, 'utf8'));

it('mails the coordinator when the provider takes no call, with nothing of what waits', async () => {
  const { path, body } = sealReferral(key);
  const headers = { 'Content-Type': 'application/json' };
  expect((await fetch(site.origin + path, { method: 'PUT', body, headers })).status).toBe(201);
  await until(() => calls.length > 0 && mails().length > 0, 20_000);
  const [call] = calls;
  expect(call?.path).toBe('/2010-04-01/Accounts/AC1/Calls.json');
  expect(call?.headers.authorization).toBe(`Basic ${Buffer.from(`AC1:${TOKEN}`).toString('base64')}`);
  expect(Object.fromEntries(call?.form ?? [])).toMatchObject({
    To: FIRST,
    From: '+3220000000',
    Method: 'POST',
  });
  expect(mails().length).toBeGreaterThan(0);
  for (const mail of mails()) expect(mail).not.toContain(path.split('/').at(-1));
});

it('calls when the provider is there again, takes 1 from it alone, and is silent then', async () => {
  providerWorks = true;
  const before = calls.length;
  await until(() => calls.length > before, 40_000);
  const url = calls.at(-1)?.form.get('Url') ?? '';
  expect(url).toMatch(/^http:\/\/localhost:\d+\/api\/voice\/[\w-]{22}$/);
  const form = { CallSid: 'CA1', CallStatus: 'in-progress' };
  expect((await asked(url, form, 'another'))[0]).toBe(404);
  const [status, words] = await asked(url, form);
  expect([status, words.match(/<Gather input="dtmf" numDigits="1"/g)?.length]).toEqual([200, 3]);
  expect((await asked(url, { ...form, Digits: '1' }))[1]).toContain('<Hangup/>');
  const answered = calls.length;
  await wait(20_000);
  expect(calls).toHaveLength(answered);
}, 90_000);
