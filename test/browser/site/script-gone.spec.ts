import { expect, type Locator, type Page } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import type { PagesWhere } from '../../../src/site/pages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { testAddress } from '../../../tools/test/test-site.ts';
import { ui } from '../../support/ui.ts';
import { formOn } from '../parts/form.ts';
import { mailboxOn } from '../parts/mailbox.ts';
import { languageOf } from '../parts/page.ts';
import { partnerOn } from '../parts/partner.ts';
import { test } from '../support/test.ts';

/** What each page says when it is ready. */
const READY: Record<PagesWhere<'policy', 'reporter' | 'desk'>, (page: Page) => Locator> = {
  form: (page) => formOn(page).next.and(page.locator(':enabled')),
  mailbox: (page) => mailboxOn(page).open.and(page.locator(':enabled')),
  work: (page) => formOn(page).next.and(page.locator(':enabled')),
  request: (page) => formOn(page).send.and(page.locator(':enabled')),
  partner: (page) => partnerOn(page).open.and(page.locator(':enabled')),
  desk: (page) => page.getByRole('textbox', { name: ui(languageOf(page), 'desk').field.name, exact: true }),
};

/**
 * Files of the release before, which the page still names and the site no longer has, by their place in the order in which
 * they are first asked for. The real answer is a 404, each time: a browser may ask twice, beforehand and when it needs it.
 */
async function scriptsGone(page: Page, which: (place: number) => boolean): Promise<void> {
  const asked: string[] = [];
  await page.route(/\/_(astro|desk)\/.*\.js/, (route) => {
    const url = route.request().url();
    if (!asked.includes(url)) asked.push(url);
    return which(asked.indexOf(url) + 1)
      ? route.continue({ url: new URL('/_astro/nowhere.js', url).href })
      : route.continue();
  });
}

for (const [name, ready] of Object.entries(READY) as [keyof typeof READY, (page: Page) => Locator][]) {
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
      await expect(ready(page)).toHaveCount(0);

      await page.unroute(/\/_(astro|desk)\/.*\.js/);
      await notice.getByRole('link').click();
      await expect(ready(page)).toBeVisible();
      await expect(notice).toBeHidden();
    });
  }
}

test('also when only a script that another needs is gone', async ({ page }) => {
  await scriptsGone(page, (place) => place === 2);
  // A form has but one.
  await page.goto(testAddress(pathTo('desk', 'nl')));
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
  await expect(formOn(page).notReady).toBeHidden();
});
