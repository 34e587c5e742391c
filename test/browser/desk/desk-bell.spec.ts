import { expect, type Page } from '@playwright/test';
import { BELL_FAULTS } from '../../../src/protocol/wire/api/bell.ts';
import { ui } from '../../support/ui.ts';
import { deskOn } from '../parts/desk.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { join } from '../support/member.ts';
import { test } from '../support/test.ts';

const LOOK = '**/api/desk/bell/look';

/** Counts the looks that a page tells the bell of. */
function looksOf(page: Page): () => number {
  let looks = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/desk/bell/look') looks += 1;
  });
  return () => looks;
}

test('a tap or a key in an open desk is a look, and what is fetched by itself is none', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await join(page, 'en', nameOf('Kijkt'));
  await page.keyboard.press('Shift');
  const looks = looksOf(page);
  await refer(request);
  const refreshed = page.waitForResponse((answer) => answer.url().includes('/api/desk/threads?since'));
  await refreshed;
  await page.mouse.move(50, 50);
  await page.mouse.move(90, 90);
  expect(looks()).toBe(0);
  const told = page.waitForResponse(LOOK);
  await page.keyboard.press('Shift');
  expect((await told).status()).toBe(200);
});

test('where the worker can’t say how the bell stands, an open desk says so after three minutes, until it can', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.clock.install();
  await join(page, 'en', nameOf('Unheard'));
  const said = page.getByRole('alert').filter({ hasText: ui('en', 'desk').bell.unheard });
  await page.route('**/api/desk/bell', (route) =>
    route.fulfill({ status: 500, json: { error: { code: 'internal' } } }),
  );
  await page.clock.runFor(120_000);
  await expect(said).toHaveCount(0);
  await page.clock.runFor(100_000);
  await expect(said).toBeVisible();
  await page.unroute('**/api/desk/bell');
  await page.clock.runFor(31_000);
  await expect(said).toHaveCount(0);
});

test('a bell that is not well is said in red in every view', async ({ page, request }) => {
  test.setTimeout(180_000);
  let fault: string | undefined;
  await page.route('**/api/desk/bell', (route) =>
    route.fulfill({ json: { ok: true, now: Math.floor(Date.now() / 1000), flood: false, fault } }),
  );
  for (const language of ['nl', 'fr', 'en'] as const) {
    const words = ui(language, 'desk').bell;
    fault = BELL_FAULTS[['nl', 'fr', 'en'].indexOf(language)];
    await page.setViewportSize({ width: 360, height: 740 });
    await join(page, language, nameOf('Rood'));
    const said = page.getByRole('alert').filter({ hasText: words[fault as keyof typeof words] });
    await expect(said).toBeVisible();
    if (language !== 'en') continue;
    await openCase(page, await refer(request));
    await expect(said).toBeVisible();
    await expect(deskOn(page).lock.first()).toBeVisible();
  }
});
