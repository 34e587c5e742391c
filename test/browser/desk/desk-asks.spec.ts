import { expect, type Page } from '@playwright/test';
import { testDesk } from '../../../tools/test/test-site.ts';
import { row } from '../parts/desk.ts';
import { nameOf, refer } from '../support/case.ts';
import { join, signIn } from '../support/member.ts';
import { test } from '../support/test.ts';

/** What a page asks of the worker from now on: how often which path, without ids; and the bytes of the smallest list. */
function listen(page: Page) {
  let asked: Record<string, number> = {};
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/')) return;
    const path = `${request.method()} ${pathname.replace(/[\w-]{22}/, ':id')}`;
    asked[path] = (asked[path] ?? 0) + 1;
    if (!path.endsWith('/threads')) return;
    sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
  });
  return {
    /** What was asked since the last time. */
    since() {
      const before = asked;
      asked = {};
      sizes.length = 0;
      return before;
    },
    smallestList: async () => Math.min(...(await Promise.all(sizes))),
  };
}

test('an open desk asks each thing once when it is opened, and little by itself after that', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const id = await refer(request);
  const name = nameOf('Asks');
  const passphrase = await join(page, 'en', name);
  await page.clock.install();
  await page.goto(testDesk('en'));
  const asks = listen(page);
  await signIn(page, name, passphrase);
  await expect(row(page, id)).toBeVisible();
  await page.waitForTimeout(5000);
  // Signing in is asked once; what began the cases as often as they come in parts.
  const { 'POST /api/desk/envelopes': _, 'POST /api/desk/session/end': __, ...opening } = asks.since();
  expect(opening).toEqual({
    'POST /api/desk/challenge': 2,
    'POST /api/desk/session': 1,
    'GET /api/desk/threads': 1,
    'GET /api/desk/handovers': 1,
    'GET /api/desk/bell': 1,
    'GET /api/desk/duty': 1,
    'GET /api/desk/ways': 1,
    'POST /api/desk/drafts': 1,
    'GET /api/desk/people': 1,
    'GET /api/desk/audit/heads': 1,
  });
  // In steps: a question that waits for its answer is not asked again.
  for (let step = 0; step < 12; step++) {
    await page.clock.runFor(5_000);
    await page.waitForTimeout(500);
  }
  expect(await asks.smallestList()).toBeLessThan(1024);
  // Where others send meanwhile, what came is fetched as well.
  const { 'POST /api/desk/envelopes': ___, 'GET /api/desk/handovers': ____, ...minute } = asks.since();
  expect(Object.keys(minute).sort()).toEqual([
    'GET /api/desk/bell',
    'GET /api/desk/duty',
    'GET /api/desk/threads',
  ]);
  expect(minute['GET /api/desk/threads']).toBeLessThanOrEqual(4);
  expect(minute['GET /api/desk/bell']).toBeLessThanOrEqual(3);
  expect(minute['GET /api/desk/duty']).toBeLessThanOrEqual(2);
});
