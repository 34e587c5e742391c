import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sealReferral } from '../../../tools/bench/sealed-referral.ts';
import { freePort } from '../../../tools/serve/port.ts';
import { serveSite } from '../../../tools/serve/serve-site.ts';
import { migrate } from '../../../tools/store/local-store.ts';
import { writeSmallPages } from '../../support/small-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'full-disk-'));
const disk = join(folder, 'disk');
mkdirSync(disk);

/** A disk so small that it can be filled. Only root may make one, and not everywhere. */
const small = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]).status === 0;

afterAll(() => {
  if (small) spawnSync('umount', ['-l', disk]);
  rmSync(folder, { recursive: true, force: true });
});

/** Fills the disk to the last byte. */
function fill(ballast: string): void {
  for (let size = 1 << 20; size >= 1; size = size >> 1) {
    try {
      while (true) appendFileSync(ballast, Buffer.alloc(size));
    } catch {
      // Full for pieces of this size.
    }
  }
}

describe.runIf(small)('a full disk', () => {
  it('is answered with “try again”, and the same bytes are stored once there is room', async () => {
    const key = writeSmallPages(join(folder, 'pages'));
    migrate(join(disk, 'state'));
    const site = await serveSite({
      port: await freePort(),
      pages: join(folder, 'pages'),
      state: join(disk, 'state'),
      log: join(folder, 'server.log'),
    });
    const { path, body } = sealReferral(key);
    const put = () =>
      fetch(site.origin + path, {
        method: 'PUT',
        body,
        headers: { 'Content-Type': 'application/json', Origin: site.origin },
      });
    try {
      fill(join(disk, 'ballast'));
      const refused = await put();
      expect([refused.status, await refused.json()]).toEqual([503, { error: { code: 'unavailable' } }]);
      expect(refused.headers.get('Retry-After')).toBe('3');
      expect((await fetch(`${site.origin}/api/health`)).status).toBe(503);
      rmSync(join(disk, 'ballast'));
      await expect.poll(async () => (await put()).status, { timeout: 20_000 }).toBeLessThan(300);
      expect((await fetch(`${site.origin}/api/health`)).status).toBe(200);
    } finally {
      await site.stop();
    }
  });
});
