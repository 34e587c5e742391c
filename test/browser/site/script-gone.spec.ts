import { expect, type Page, test } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import type { PagesWhere } from '../../../src/site/pages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { testAddress } from '../../../tools/test/test-site.ts';
import { ui } from '../../support/ui.ts';

/** What each page says when it is ready. */
const READY: Record<PagesWhere<'policy', 'reporter' | 'desk'>, string> = {
  form: '[data-action="send"]:enabled',
  mailbox: '[data-action="open"]:enabled',
  request: '[data-action="send"]:enabled',
  desk: '[data-field="name"]',
};

/** Files of the release before, which the page still names and the site no longer has: the real answer is a 404. */
async function scriptsGone(page: Page, which: (name: string, asked: number) => boolean): Promise<void> {
  let asked = 0;
  await page.route(/\/_(astro|desk)\/.*\.js/, (route) => {
    asked += 1;
    return which(route.request().url(), asked)
      ? route.continue({ url: new URL('/_astro/nowhere.js', route.request().url()).href })
      : route.continue();
  });
}

for (const [name, ready] of Object.entries(READY) as [keyof typeof READY, string][]) {
  for (const lang of languages) {
    test(`${pathTo(name, lang)} says so when its script is gone, and loads again on a tap`, async ({
      page,
    }) => {
      await scriptsGone(page, () => true);
      await page.goto(testAddress(pathTo(name, lang)));
      const notice = page.locator('.when-failed');
      await expect(notice).toContainText(ui(lang, 'safe').incomplete.title);
      await expect(notice).toBeVisible();
      await expect(page.locator('.while-loading:visible')).toHaveCount(0);
      await expect(page.locator(ready)).toHaveCount(0);

      await page.unroute(/\/_(astro|desk)\/.*\.js/);
      await notice.getByRole('link').click();
      await expect(page.locator(ready)).toBeVisible();
      await expect(notice).toBeHidden();
    });
  }
}

test('also when only a script that another needs is gone', async ({ page }) => {
  await scriptsGone(page, (_, asked) => asked === 2);
  await page.goto(pathTo('form', 'nl'));
  await expect(page.locator('.when-failed')).toBeVisible();
});

test('a page on its way, and one that is ready, say nothing of the kind', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_(astro|desk)\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(pathTo('form', 'nl'), { waitUntil: 'commit' });
  await expect(page.locator('.while-loading')).toBeVisible();
  await expect(page.locator('.when-failed')).toBeHidden();
  release();
  await expect(page.locator('[data-part="not-ready"]')).toBeHidden();
});
