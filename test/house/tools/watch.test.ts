import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { drillToken } from '../../../src/protocol/keys/drill.ts';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { DRILL_LASTS } from '../../../src/protocol/wire/api/watch.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { newDrillBook } from '../../../tools/keys/drills.ts';
import { dueDrill, holdDrill, readBook } from '../../../tools/watch/drill.mjs';
import { ask, createJudge } from '../../../tools/watch/watch.mjs';

const MINUTE = 60_000;
/** Noon of a day, by the clock of this machine: the hour of the daily word is far. */
const NOON = new Date(2026, 10, 26, 12).getTime();

let server: Server | null = null;
afterEach(() => void server?.close());

/** A server that answers as it is told, and keeps what it was asked. */
async function answering(answer: () => { status: number; body: string }) {
  const asked: (string | undefined)[] = [];
  server = createServer((request, response) => {
    asked.push(request.headers.authorization);
    const { status, body } = answer();
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/pulse`, asked };
}

it('tells of the third failure in a row, again every half hour, and when it is over', () => {
  const judge = createJudge();
  const told: string[] = [];
  const wells = [true, false, false, true, ...Array(63).fill(false), true, true];
  for (const [minute, well] of wells.entries()) {
    for (const what of judge(well, new Date(NOON + minute * MINUTE))) told.push(`${what} ${minute}`);
  }
  expect(told).toEqual(['down 6', 'down 36', 'down 66', 'up 67']);
});

it('says once a day, at nine, that it is alive', () => {
  const judge = createJudge();
  const told: number[] = [];
  for (let minute = 0; minute < 3 * 24 * 60; minute++) {
    if (judge(true, new Date(NOON + minute * MINUTE)).includes('alive')) told.push(minute);
  }
  expect(told).toEqual([21 * 60, 45 * 60, 69 * 60]);
});

it('takes nothing for a yes but the worker’s own', async () => {
  let answer = { status: 200, body: '{"ok":true}' };
  const { url, asked } = await answering(() => answer);
  expect(await ask(url, 'secret')).toBe(true);
  expect(asked).toEqual(['Bearer secret']);
  for (const no of [
    { status: 503, body: '{"error":{"code":"unavailable"}}' },
    { status: 404, body: '{"ok":true}' },
    { status: 200, body: '<html>Sign in to this network</html>' },
    { status: 302, body: '{"ok":true}' },
  ]) {
    answer = no;
    expect(await ask(url, 'secret')).toBe(false);
  }
  server?.close();
  server?.closeAllConnections();
  expect(await ask(url, 'secret')).toBe(false);
});

it('runs its program with what there is to tell, and again where that fails', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watch-'));
  const [program, told] = [join(folder, 'tell.sh'), join(folder, 'told')];
  writeFileSync(program, `#!/bin/sh\necho "$1" >> ${told}\n[ "$(wc -l < ${told})" -gt 1 ]\n`);
  chmodSync(program, 0o755);
  const { url } = await answering(() => ({ status: 503, body: '{}' }));
  const run = spawn(process.execPath, [resolve('tools/watch/watch.mjs')], {
    env: { PULSE_URL: url, PULSE_TOKEN: 'x', WATCH_TELL: program, WATCH_EVERY: '0.1' },
    stdio: 'ignore',
  });
  const lines = () => readFileSync(told, 'utf8').trim().split('\n');
  for (let turn = 0; turn < 100; turn++) {
    await wait(100);
    try {
      if (lines().length > 1) break;
    } catch {
      // Nothing was told yet.
    }
  }
  run.kill();
  expect(lines().slice(0, 2)).toEqual(['down', 'down']);
  rmSync(folder, { recursive: true });
});

describe('the daily drill', () => {
  it('comes once in each of so many days, never so late that the pulse would call it missing', async () => {
    const key = drawPair();
    const { drills } = await newDrillBook(key, Date.UTC(2026, 10, 26, 20) / 1000, 20);
    expect(drills).toHaveLength(20);
    expect(new Date((drills[0]?.at ?? 0) * 1000).toISOString()).toContain('2026-11-27T');
    expect(new Set(drills.map(({ at }) => at % 86_400)).size).toBeGreaterThan(1);
    for (const [index, { at, id, token }] of drills.entries()) {
      expect(toBase64url(drillToken([key], id) ?? new Uint8Array())).toBe(token);
      // It ends a quarter of an hour later at most.
      const before = drills[index - 1];
      if (before) expect(at + 900 - before.at).toBeLessThan(DRILL_LASTS);
    }
  });

  it('is due at its time and five minutes after it, and none is where the book can not be read', () => {
    const drill = { at: 1000, id: 'x', token: 't', sent: {} };
    const due = (at: number) => dueDrill([drill], at, 60);
    expect([due(939), due(940), due(1299), due(1300)]).toEqual([undefined, drill, drill, undefined]);
    expect(readBook(undefined)).toEqual([]);
    expect(readBook('/nowhere/drills.json')).toEqual([]);
  });

  /** A worker that takes a drill, says after some questions that it was answered, and takes its end. */
  async function worker({ answers, first = 201 }: { answers: boolean; first?: number }) {
    const asked: { path: string; secret: string | undefined; body: Record<string, unknown> }[] = [];
    server = createServer(async (request, response) => {
      let text = '';
      for await (const part of request) text += part;
      const { url: path = '', headers } = request;
      asked.push({ path, secret: headers.authorization, body: JSON.parse(text) });
      const send = (status: number, body: object) =>
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      if (path.startsWith('/api/referrals/')) {
        const id = path.split('/').at(-1);
        if (first === 201) send(201, { ok: true, id });
        else send(first, { ok: false, error: { code: 'deleted' } });
      } else if (asked.length < 4) send(503, { ok: false });
      else send(200, { ok: true, answered: answers });
    });
    await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    return { asked, site: { origin: `http://127.0.0.1:${port}`, token: 'secret', pause: 0.05 } };
  }
  const now = () => Math.floor(Date.now() / 1000);
  const drillAt = (at: number) => ({
    at,
    id: 'A'.repeat(22),
    token: 'T'.repeat(43),
    sent: { envelope: 'AQ' },
  });

  it('is sent as a form sends, asked about until it is answered, and ended with its own token', async () => {
    const { asked, site } = await worker({ answers: true });
    const drill = drillAt(now());
    expect(await holdDrill(drill, site)).toBe(true);
    const [sent, ...more] = asked;
    expect(sent).toEqual({ path: `/api/referrals/${drill.id}`, secret: undefined, body: drill.sent });
    expect(new Set(more.map(({ path, secret }) => `${path} ${secret}`))).toEqual(
      new Set(['/api/pulse/drill Bearer secret']),
    );
    expect(more.at(-1)?.body).toEqual({ since: drill.at, end: drill.token });
    expect(more.slice(0, -1).every(({ body }) => !('end' in body))).toBe(true);
  });

  it('that nobody answers is ended all the same, and said; one that was over before is neither', async () => {
    const { asked, site } = await worker({ answers: false });
    expect(await holdDrill(drillAt(now()), { ...site, lasts: 1 })).toBe(false);
    expect(asked.at(-1)?.body).toHaveProperty('end');
    server?.close();
    const over = await worker({ answers: true, first: 410 });
    expect(await holdDrill(drillAt(now()), over.site)).toBeNull();
    expect(over.asked).toHaveLength(1);
  });
});
