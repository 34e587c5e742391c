import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pathTo } from '../../../src/site/routes.ts';
import { freePort } from '../../../tools/serve/port.ts';
import { childEnvironment } from '../../../tools/terminal/child-environment.ts';

/** Milliseconds in which the development server is to be there, on a machine that has much to do. */
const PATIENCE = 120_000;

let port: number;
let command: ChildProcess;
const address = (path: string) => `http://localhost:${port}${path}`;

/** What is answered at a path; null while nobody does. */
const ask = (path: string) => fetch(address(path)).catch(() => null);

const form = pathTo('form', 'nl');

beforeAll(async () => {
  port = await freePort();
  command = spawn(process.execPath, ['tools/serve/dev.ts', '--port', String(port)], {
    // Where a test says that it is one, the adapter serves nothing.
    env: childEnvironment({ VITEST: undefined }),
    stdio: 'ignore',
  });
  // While it begins, it knows no pages yet.
  const isReady = async () => (await ask(form))?.status === 200;
  for (const end = Date.now() + PATIENCE; Date.now() < end && !(await isReady()); ) await wait(200);
}, PATIENCE + 10_000);

afterAll(() => command.kill('SIGKILL'));

it('serves pages with their texts and scripts, and the worker beside them', async () => {
  const page = await ask(form);
  expect(page?.status).toBe(200);
  const html = (await page?.text()) ?? '';
  expect(html).toContain('data-app="form"');
  const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(html) ?? [];
  expect((await ask(script))?.headers.get('Content-Type')).toMatch(/javascript/);
  const health = await ask('/api/health');
  expect(await health?.json()).toMatchObject({ ok: true });
});

it('leaves no server behind when it is ended alone', async () => {
  const ended = once(command, 'exit');
  command.kill('SIGTERM');
  await ended;
  expect(await ask(form)).toBeNull();
});
