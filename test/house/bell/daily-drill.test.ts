import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDrill } from '../../../src/protocol/keys/drill.ts';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { describeCentreKey } from '../../../src/protocol/wire/centre-key.ts';
import { throwAwaySecret } from '../../../tools/serve/local-secrets.ts';
import { freePort } from '../../../tools/serve/port.ts';
import { type ServedSite, serveSite } from '../../../tools/serve/serve-site.ts';
import { migrate, withLocalDatabase } from '../../../tools/store/local-store.ts';
import { addMember } from '../../support/rung-member.ts';
import { writeSmallPages } from '../../support/small-pages.ts';

/** The site as it is served, a telephone that is answered, and no desk: the watcher runs as it does on its own machine. */
const folder = mkdtempSync(join(tmpdir(), 'drill-'));
const state = join(folder, 'state');
const TOKEN = 'token-of-the-provider';
const pulse = throwAwaySecret();
const pair = drawPair();
const called: number[] = [];
let provider: Server;
let site: ServedSite;

/** Presses 1, as who is called does. */
async function press(url: string): Promise<void> {
  const text = `${url}Digits1`;
  await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ Digits: '1' }),
    headers: { 'X-Twilio-Signature': createHmac('sha1', TOKEN).update(text).digest('base64') },
  });
}

beforeAll(async () => {
  provider = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    response.writeHead(201).end('{}');
    called.push(Date.now());
    void wait(1000).then(() => press(new URLSearchParams(body).get('Url') ?? ''));
  });
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));
  writeSmallPages(join(folder, 'pages'), { use: 'local', keys: [describeCentreKey(pair)] });
  migrate(state);
  await addMember(state, '+32470000001');
  const port = await freePort();
  site = await serveSite({
    port,
    pages: join(folder, 'pages'),
    state,
    log: join(folder, 'log'),
    vars: {
      CALL_API: `http://127.0.0.1:${(provider.address() as AddressInfo).port}`,
      CALL_ACCOUNT: 'AC1',
      CALL_TOKEN: TOKEN,
      CALL_FROM: '+3220000000',
      CALL_BACK: `http://localhost:${port}`,
      PULSE_TOKEN: pulse,
      BELL_LADDER: '15,30,45,60,75,15',
    },
  });
}, 120_000);

afterAll(async () => {
  await site.stop();
  provider.close();
  rmSync(folder, { recursive: true, force: true });
});

it('the watcher holds its drill with no desk open: it rings, is answered, and nothing of it is left', async () => {
  const at = Math.floor(Date.now() / 1000) + 3;
  const made = await newDrill(at, pair);
  const [book, program, told] = ['drills.json', 'tell.sh', 'told'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(book, JSON.stringify({ v: 1, drills: [{ at, ...made }] }));
  writeFileSync(told, '');
  writeFileSync(program, `#!/bin/sh\necho "$1" >> ${told}\n`);
  chmodSync(program, 0o755);
  const watcher = spawn(process.execPath, [resolve('tools/watch/watch.mjs')], {
    env: {
      PULSE_URL: `${site.origin}/api/pulse`,
      PULSE_TOKEN: pulse,
      WATCH_TELL: program,
      WATCH_DRILLS: book,
      WATCH_EVERY: '1',
    },
    stdio: 'ignore',
  });
  const end = async (body: object) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${pulse}` };
    const url = `${site.origin}/api/pulse/drill`;
    return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  for (let turn = 0; turn < 60 && called.length === 0; turn++) await wait(250);
  expect(called).toHaveLength(1);
  // What was ended once is known as ended, whoever asks again; until then another token is none.
  const other = { since: at, end: 'A'.repeat(43) };
  let status = 0;
  for (let turn = 0; turn < 60 && status !== 200; turn++) {
    await wait(250);
    ({ status } = await end(other));
  }
  expect(status).toBe(200);
  expect(await (await end({ since: at })).json()).toEqual({ ok: true, answered: true });
  // Past the next steps of the ladder.
  await wait(17_000);
  watcher.kill();
  expect(called).toHaveLength(1);
  expect(readFileSync(told, 'utf8')).not.toContain('undrilled');
  await site.stop();
  await withLocalDatabase(state, async (database) => {
    const counted = async (table: string) =>
      (await database.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n;
    expect(await Promise.all(['threads', 'arrivals', 'tombstones', 'tallies'].map(counted))).toEqual([
      0, 0, 1, 0,
    ]);
  });
}, 120_000);
