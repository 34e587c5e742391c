import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import nacl from 'tweetnacl';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { describeCentreKey } from '../../../src/protocol/wire/centre-key.ts';
import { wranglerEnvironment } from '../../../tools/store/local-store.ts';
import { sampleReferral } from '../../samples/referral.ts';

const folder = mkdtempSync(join(tmpdir(), 'two-workers-'));
let miniflare: Miniflare;

const centre = drawPair();

/** The worker as it is deployed, in one file. */
function bundle(): string {
  const config = join(folder, 'wrangler.toml');
  const main = resolve('functions/worker.ts');
  writeFileSync(config, `name = "w"\nmain = ${JSON.stringify(main)}\ncompatibility_date = "2026-10-01"\n`);
  const args = ['deploy', '--dry-run', '-c', config, '--outdir', join(folder, 'out')];
  const run = spawnSync('wrangler', args, { encoding: 'utf8', env: wranglerEnvironment() });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return readFileSync(join(folder, 'out/worker.js'), 'utf8');
}

beforeAll(() => {
  const script = bundle();
  const worker = (name: string) => ({
    name,
    modules: true,
    script,
    compatibilityDate: '2026-10-01',
    bindings: { CENTRE_KEY_IDS: describeCentreKey(centre).keyId, MAILBOX_SECRET: 'A'.repeat(43) },
    d1Databases: { DB: 'one' },
    // Both count with the object of the first.
    durableObjects: { LIMITS: { className: 'Limits', scriptName: 'first' } },
  });
  miniflare = new Miniflare(convertV4MiniflareOptions({ workers: [worker('first'), worker('second')] }));
});

afterAll(async () => {
  await miniflare.dispose();
  rmSync(folder, { recursive: true });
});

async function put(name: string, address: string, id: string, body: unknown): Promise<number> {
  const worker = await miniflare.getWorker(name);
  const answer = await worker.fetch(`https://pag-asa.test/api/referrals/${id}`, {
    method: 'PUT',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': address },
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** A referral as it is sent. */
function sealed() {
  const item = sampleReferral();
  const envelope = toBase64url(sealItem(item, centre) ?? new Uint8Array());
  return {
    id: item.id,
    body: { envelope, mailbox: toBase64url(nacl.randomBytes(32)), salt: 'A'.repeat(22) },
  };
}

it('two instances of the worker share one count', async () => {
  const { id, body } = sealed();
  for (let count = 0; count < 60; count++) {
    expect(await put('first', '203.0.113.9', 'x', {})).toBe(400);
    expect(await put('second', '203.0.113.9', 'x', {})).toBe(400);
  }
  for (const name of ['first', 'second']) expect(await put(name, '203.0.113.9', id, body)).toBe(429);
  // The store of this test has no tables: whoever is let in meets that, and not a limit.
  expect(await put('second', '203.0.113.10', id, body)).not.toBe(429);
});

it('keeps what it counted while nobody asks for anything', { timeout: 40_000 }, async () => {
  for (let count = 0; count < 121; count++) await put('first', '203.0.113.11', 'x', {});
  // An object that nobody asks for ten seconds is put away with all that is in its memory, if it lets itself be.
  await wait(15_000);
  const { id, body } = sealed();
  expect(await put('first', '203.0.113.11', id, body)).toBe(429);
});
