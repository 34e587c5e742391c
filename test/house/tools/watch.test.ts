import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
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
