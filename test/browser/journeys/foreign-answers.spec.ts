import { expect, type Page, test } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { FOREIGN_ANSWERS } from '../../support/foreign-answers.ts';
import { ownMailbox } from '../support/own-mailbox.ts';
import { fillRequest, openMailbox } from '../support/reporter.ts';

/*
 * Whatever a network answers in the worker's place, no page says that something was sent, read, deleted or unknown, and
 * nothing that was typed is lost. test/unit/foreign-answers.test.ts tries many more answers.
 */

const FOREIGN = [
  'the page of a portal',
  'a redirect to a portal',
  'an empty 200',
  'a 204',
  'ok: true and nothing of ours',
  'a page with our type',
  'a gateway that speaks of errors as we do, and says more',
  'a method that is not known',
].map((name) => [name, FOREIGN_ANSWERS[name] ?? { status: 0 }] as const);

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const option = (page: Page, name: string, value: string) => field(page, name).locator(`[value="${value}"]`);

/** Lets the page's time run until something shows. */
async function runUntil(page: Page, selector: string): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(1000);
    await expect(page.locator(selector)).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 40_000 });
}

for (const [name, foreign] of FOREIGN) {
  test(`the form is not sent by ${name}, and is sent once the worker is there`, async ({ page }) => {
    let blocked = true;
    const tried: string[] = [];
    await page.clock.install();
    await page.route('**/api/referrals/*', (route) => {
      tried.push(route.request().method());
      return blocked ? route.fulfill(foreign) : route.continue();
    });
    await page.goto(pathTo('form', 'en'));
    await option(page, 'who', 'me').click();
    await option(page, 'danger', 'no').click();
    await field(page, 'story').fill('Help');
    await page.locator('[data-action="send"]').click();
    await runUntil(page, '[data-part="unsent"]');
    await expect(page.locator('[data-part="unsent"] .call')).toBeVisible();
    await expect(page.locator('[data-receipt]')).toHaveCount(0);
    await expect(field(page, 'story')).toHaveValue('Help');
    await expect(field(page, 'story')).toBeEnabled();
    expect(new Set(tried)).toEqual(new Set(['PUT', 'POST']));
    blocked = false;
    await runUntil(page, '[data-receipt]');
    const code = (await page.locator('[data-receipt]').innerText()).replace(/\D/g, '');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await openMailbox(page, 'en', code);
    await expect(page.locator('[data-status]')).toHaveAttribute('data-status', 'received');
  });

  test(`the request form is not sent by ${name}`, async ({ page }) => {
    await page.clock.install();
    await page.route('**/api/referrals/*', (route) => route.fulfill(foreign));
    await page.goto(pathTo('request', 'fr'));
    await fillRequest(page, {
      about: ['copies'],
      text: '20 affiches',
      organisation: 'CPAS',
      name: 'Ann',
      reply: 'ann@example.org',
    });
    await page.locator('[data-action="send"]').click();
    await runUntil(page, '[data-part="unsent"]');
    await expect(page.locator('[data-receipt]')).toHaveCount(0);
    await expect(field(page, 'text')).toHaveValue('20 affiches');
  });

  test(`the mailbox says nothing for the worker by ${name}`, async ({ page }) => {
    await page.clock.install();
    const mailbox = await ownMailbox(page, () => []);
    const { worker, requests } = mailbox;
    worker.foreign = foreign;
    await page.goto(pathTo('mailbox', 'nl'));
    await field(page, 'code').fill(mailbox.code);
    await page.locator('[data-action="open"]').click();
    await runUntil(page, '[data-part="door-trouble"]');
    await expect(page.locator('[data-part="code-error"]')).toBeHidden();
    await expect(field(page, 'code')).toHaveValue(mailbox.code);

    worker.foreign = null;
    await page.locator('[data-action="open"]').click();
    await runUntil(page, '[data-status]');
    worker.foreign = foreign;
    await page.locator('[data-action="look"]').click();
    await runUntil(page, '[data-part="inside-trouble"]');
    await expect(page.locator('[data-part="messages"] li')).toHaveCount(1);

    await field(page, 'reply').fill('Dank u');
    await page.locator('[data-action="reply"]').click();
    await runUntil(page, '[data-part="unsent"]');
    await expect(page.locator('[data-part="unsent"] .call')).toBeVisible();
    await expect(field(page, 'reply')).toHaveValue('Dank u');
    await expect(page.locator('[data-part="inside-status"]')).toBeEmpty();

    await page.locator('[data-action="delete"]').click();
    await page.locator('[data-action="delete-all"]').click();
    await runUntil(page, '[data-part="not-deleted"]');
    await expect(page.locator('[data-part="not-deleted"] .call')).toBeVisible();
    await expect(page.locator('[data-status]')).toBeVisible();
    await expect(field(page, 'reply')).toHaveValue('Dank u');
    const asked = requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked).toEqual(expect.arrayContaining(['DELETE /api/mailbox', 'POST /api/mailbox/delete']));
    await expect(page.locator('[data-part="shut"]')).toBeHidden();
  });
}
