import { expect, type Page } from '@playwright/test';
import { testDesk } from '../../../tools/test/test-site.ts';
import { filled, ui } from '../../support/ui.ts';
import { deskOn, fromMenu } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf } from '../support/case.ts';
import { join } from '../support/member.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');
const figures = filled(en.figures.title, { year: new Date().getFullYear() });
const shown = (page: Page, title: string) => page.getByRole('dialog', { name: title, exact: true });

/** The scripts of the desk that come later, by their addresses, as the import map of its page has them. */
async function laterScripts(page: Page): Promise<string[]> {
  await page.goto(testDesk('en'));
  return page.evaluate(() => {
    const map = document.querySelector('script[type="importmap"]')?.textContent ?? '';
    const atOnce = [...document.querySelectorAll('link[rel="modulepreload"]')].map(
      ({ attributes }) => attributes.getNamedItem('href')?.value,
    );
    return Object.keys(JSON.parse(map).integrity).filter((path) => !atOnce.includes(path));
  });
}

/** Waits until everything that comes later was fetched. */
const allHere = (page: Page, scripts: readonly string[]) =>
  page.waitForFunction(
    (paths) => {
      const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      return paths.every((path) => fetched.includes(path)) && fetched.some((path) => path.endsWith('.json'));
    },
    scripts,
    { timeout: 30_000 },
  );

test('what comes later is fetched while the desk is quiet, and opens without a network', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const scripts = await laterScripts(page);
  await join(page, 'en', nameOf('Quiet'));
  await allHere(page, scripts);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  for (const [row, title] of [
    [en.count.open, en.count.title],
    [en.count.figures, figures],
    [en.playbooks.title, en.playbooks.title],
    [en.handover.action, en.handover.title],
    [en.retention.title, en.retention.title],
    [en.help.title, en.help.title],
  ] as const) {
    await fromMenu(page, row);
    await expect(shown(page, title)).toBeVisible();
    await expect(page.getByText(en.later.failed)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(deskOn(page).menu).toBeFocused();
  }
});

test('what could not be fetched is said, and can be tried again', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  let cut = true;
  const scripts = await laterScripts(page);
  await page.route(
    ({ pathname }) => scripts.includes(pathname),
    (route) => (cut ? route.abort() : route.continue()),
  );
  await join(page, 'en', nameOf('Cut'));
  await fromMenu(page, en.count.open);
  const failed = page.getByRole('alert').filter({ hasText: en.later.failed });
  await expect(failed).toBeVisible();
  await expectNoBarriers(page);
  await button(page, en.later.again).click();
  await expect(failed).toBeVisible();
  cut = false;
  await button(page, en.later.again).click();
  await expect(shown(page, en.count.title)).toBeVisible();
});

test('a script that comes later and is another than the page expects is not run', async ({ page }) => {
  test.setTimeout(120_000);
  const scripts = await laterScripts(page);
  await page.route(
    ({ pathname }) => scripts.includes(pathname),
    (route) => route.fulfill({ contentType: 'text/javascript', body: 'globalThis.wasRun = true;' }),
  );
  await join(page, 'en', nameOf('Tampered'));
  await fromMenu(page, en.count.open);
  await expect(page.getByRole('alert').filter({ hasText: en.later.failed })).toBeVisible();
  const imported = await page.evaluate(
    (paths) => Promise.allSettled(paths.map((path) => import(path))),
    scripts,
  );
  expect(imported.map(({ status }) => status)).toEqual(scripts.map(() => 'rejected'));
  expect(await page.evaluate(() => 'wasRun' in globalThis)).toBe(false);
});

test('the menu is worked by the keyboard, and leaves an open case alone', async ({ page }) => {
  test.setTimeout(120_000);
  await join(page, 'en', nameOf('Menu'));
  const { menu } = deskOn(page);
  const row = (name: string) => page.getByRole('list').getByRole('button', { name, exact: true });
  await menu.press('Enter');
  await expect(menu).toHaveAttribute('aria-expanded', 'true');
  await expect(row(en.count.open)).toBeFocused();
  await expectNoBarriers(page);
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.menu-rows button').last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(row(en.count.open)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await expect(row(en.count.open)).toHaveCount(0);
  await menu.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await expect(menu).toBeFocused();
  await expect(row(en.count.open)).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(row(en.count.open)).toHaveCount(0);
});
