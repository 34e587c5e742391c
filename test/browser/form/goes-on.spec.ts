import { expect, type Locator, type Page } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { choose, expectKept, fill, fillLeast, formOn, reachCheck, receipt } from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { field } from '../parts/questions.ts';
import { test } from '../support/test.ts';

/*
 * "As soon as the connection returns, we send": as long as the page is open and the words stay, whatever the time. Time is
 * the test's own; connections are cut for good until it says so.
 */

/** Lets the page's time run, five seconds at a time, until something shows. */
async function runUntil(page: Page, part: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(5000);
    await expect(part).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 45_000 });
}

/** A form that was sent over a dead network until it gave the telephone number. Gives what it tried. */
async function unsent(page: Page) {
  const network = { dead: true };
  const tried: string[] = [];
  await page.clock.install();
  await page.route('**/api/referrals/*', (route) => {
    tried.push(`${route.request().url()} ${route.request().postData()}`);
    return network.dead ? route.abort() : route.continue();
  });
  await page.goto(pathTo('form', 'en'));
  await fillLeast(page);
  await formOn(page).send.click();
  await runUntil(page, formOn(page).unsent);
  await expect(formOn(page).unsent.locator('.call')).toBeVisible();
  await expect(formOn(page).unsent).toContainText(ui('en', 'form').unsent.text);
  return { network, tried };
}

for (const event of ['online', 'visibilitychange']) {
  test(`sends by itself long after it said "not sent yet": ${event}`, async ({ page }) => {
    const { network, tried } = await unsent(page);
    // Twenty minutes in a pocket, the last of them with a network again.
    for (let minute = 0; minute < 20; minute++) await page.clock.runFor(60_000);
    await expect(receipt(page)).toHaveCount(0);
    network.dead = false;
    await page.evaluate((name) => document.dispatchEvent(new Event(name, { bubbles: true })), event);
    await expect(receipt(page)).toHaveCount(1, { timeout: 20_000 });
    expect(new Set(tried).size).toBe(1);
    const code = ((await receipt(page).textContent()) ?? '').replace(/\D/g, '');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    const mailbox = await openMailbox(page, 'en', code);
    await expect(mailbox.stands('received')).toBeVisible();
  });
}

test('sends nothing by itself once the words have changed, until it is asked', async ({ page }) => {
  const { network, tried } = await unsent(page);
  await fill(page, 'story', 'Help me');
  await reachCheck(page);
  const before = tried.length;
  network.dead = false;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.clock.runFor(200_000);
  await expect(receipt(page)).toHaveCount(0);
  expect(tried).toHaveLength(before);
  await expectKept(page, 'story', 'Help me');
  await formOn(page).unsent.getByRole('button').click();
  await expect(receipt(page)).toBeVisible({ timeout: 20_000 });
  expect(tried).toHaveLength(before + 1);
});

test('sends nothing once the page is left', async ({ page }) => {
  const { tried } = await unsent(page);
  await page.evaluate(() => dispatchEvent(new Event('leave')));
  const before = tried.length;
  await page.clock.runFor(300_000);
  expect(tried).toHaveLength(before);
});

test('a clock that is set an hour on takes no word that somebody is typing', async ({ page }) => {
  await page.clock.install();
  await page.goto(pathTo('form', 'en'));
  await choose(page, 'who', 'me');
  await choose(page, 'danger', 'no');
  await fill(page, 'story', 'Help');
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3_600_000;
  });
  await page.clock.runFor(10_000);
  await formOn(page).uncover.click();
  await expect(field(page, 'story')).toHaveValue('Help');
  await page.clock.runFor(60_000);
  await expect(field(page, 'story')).toHaveValue('Help');
  await expect(formOn(page).uncover).toBeHidden();
});
