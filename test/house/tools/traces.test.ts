import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../../tools/serve/port.ts';
import { type ServedSite, serveSite } from '../../../tools/serve/serve-site.ts';
import { migrate } from '../../../tools/store/local-store.ts';
import { filesWith } from '../../support/needles.ts';
import { writeSmallPages } from '../../support/small-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'traces-'));
const PASSPHRASE = 'canary-of-the-passphrase';
const CANARY = 'kanarie0kanarie1kanari';
let site: ServedSite;

beforeAll(async () => {
  process.env['CENTRE_PASSPHRASE'] = PASSPHRASE;
  writeSmallPages(join(folder, 'pages'));
  migrate(join(folder, 'state'));
  site = await serveSite({
    port: await freePort(),
    pages: join(folder, 'pages'),
    state: join(folder, 'state'),
    log: join(folder, 'server.log'),
  });
  for (const path of [`/api/referrals/${CANARY}`, `/${CANARY}`, `/api/mailbox?${CANARY}`]) {
    const answer = await fetch(site.origin + path, { method: path.includes('referrals') ? 'PUT' : 'GET' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }
});

afterAll(async () => {
  delete process.env['CENTRE_PASSPHRASE'];
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('a served site leaves no trace of a request on disk', () => {
  expect(globSync('**/observability*', { cwd: folder })).toEqual([]);
  const places = [folder, join(homedir(), '.config/.wrangler/logs')];
  const files = places.flatMap((place) =>
    globSync(`${place}/**`, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    ),
  );
  expect(files.length).toBeGreaterThan(3);
  expect(filesWith([CANARY], files)).toEqual([]);
});

/** The environment of every program that serves this store, workerd's too: of what has it in its words, and below. */
function environments(): string[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const all = list.split('\n').map((line) => {
    const [, pid = '', parent = '', words = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid, parent, words };
  });
  const found = new Set(
    all.filter(({ words }) => words.includes(`--persist-to ${folder}`)).map(({ pid }) => pid),
  );
  for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  const programs = all.filter(({ pid }) => found.has(pid));
  expect(programs.map(({ words }) => words)).toContainEqual(expect.stringContaining('workerd'));
  return programs.map(({ pid }) => readFileSync(`/proc/${pid}/environ`, 'utf8'));
}

it.runIf(process.platform === 'linux')('what it starts does not know the passphrase of a key file', () => {
  for (const environment of environments()) expect(environment).not.toContain(PASSPHRASE);
});
