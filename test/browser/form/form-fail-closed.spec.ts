import { expect, type Page } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { type PageName, pageNames, pathTo, rowOf } from '../../../src/site/routes.ts';
import { notReady } from '../parts/page.ts';
import { withCentreKey } from '../support/own-centre.ts';
import { test } from '../support/test.ts';

/** The form, the mailbox and the request form. */
const PAGES = pageNames
  .filter((page) => rowOf(page).policy === 'reporter')
  .flatMap((name) => languages.map((lang) => ({ name, path: pathTo(name, lang) })));

/** What a browser may fill in by itself in the forms of who writes at work. */
const FILLED_IN: Partial<Record<PageName, string[]>> = {
  request: ['organization', 'name', 'email', 'address-line1', 'postal-code', 'address-level2'],
  work: ['organization', 'name', 'organization-title', 'tel'],
};

/** What is there when a page does not start: a notice, a number to call, and nothing into which anyone could type. */
async function expectClosed(page: Page) {
  await expect(notReady(page)).toBeVisible();
  await expect(page.locator('main .call:visible')).toBeVisible();
  const open = page.locator('main :is(input, textarea, select, button):visible:enabled');
  await expect(open).toHaveCount(0);
}

for (const { name, path } of PAGES) {
  test(`${path} without scripts says so and gives the number`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(path);
    await expect(page.locator('.without-script').first()).toBeVisible();
    await expect(page.locator('main .call:visible')).toHaveAttribute('href', /^tel:/);
    await expect(page.locator('main a[href="tel:112"]:visible')).toHaveCount(1);
    await expect(page.locator('main :is(input, textarea, select, button):visible')).toHaveCount(0);
    await context.close();
  });

  test(`${path} stays closed when its script does not arrive`, async ({ page }) => {
    await page.route(/\/_astro\/.*\.js/, (route) => route.abort());
    await page.goto(path);
    await expectClosed(page);
  });

  test(`${path} has no control that could send anything by itself`, async ({ page }) => {
    await page.goto(path);
    await expect(notReady(page)).toBeHidden();
    const careless = await page.evaluate((filledIn) => {
      const templates = [...document.querySelectorAll('template')].map(({ content }) => content);
      const all = (selector: string) =>
        [document, ...templates].flatMap((root) => [...root.querySelectorAll(selector)]);
      const typed = all('input[type="text"], textarea');
      const wanted = {
        autocorrect: 'off',
        autocapitalize: 'off',
        spellcheck: 'false',
        translate: 'no',
        'data-gramm': 'false',
      };
      return {
        typed: typed.length,
        forms: all('form, [action], [formaction], iframe').length,
        named: all(':is(input, textarea, select, button)[name]').length,
        submitting: all('button:not([type="button"]), input[type="submit"], input[type="image"]').length,
        // What a limit cuts is lost without a word; nor may a native control have a state that browsers keep.
        cut: all('main [maxlength]').length,
        kept: all('main :is(input:not([type="text"]), select, details)').length,
        watched: typed.filter((field) =>
          Object.entries(wanted).some(([name, value]) => field.getAttribute(name) !== value),
        ).length,
        filledIn: typed
          .map((field) => field.getAttribute('autocomplete') ?? 'nothing')
          .filter((token) => token !== 'off')
          .filter((token) => !filledIn.includes(token)),
        ids: all('main [id]').filter((element) => element.id.length > 20).length,
      };
    }, FILLED_IN[name] ?? []);
    expect(careless).toMatchObject({
      forms: 0,
      named: 0,
      submitting: 0,
      cut: 0,
      kept: 0,
      watched: 0,
      filledIn: [],
    });
    expect(careless.typed).toBeGreaterThan(0);
  });
}

for (const name of ['form', 'work', 'mailbox', 'request'] as const) {
  const path = pathTo(name, 'nl');
  for (const key of ['', 'AAAA', '!'.repeat(43)]) {
    test(`${path} stays closed with the centre key “${key.slice(0, 4)}”`, async ({ page }) => {
      await withCentreKey(page, key);
      await page.goto(path, { waitUntil: 'networkidle' });
      await expectClosed(page);
    });
  }

  test(`${path} stays closed where the browser draws no random bytes`, async ({ page }) => {
    await page.addInitScript(() => {
      crypto.getRandomValues = (array) => array;
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await expectClosed(page);
  });
}
