import { expect, type Locator, type Page } from '@playwright/test';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { FOREIGN_ANSWERS } from '../../support/foreign-answers.ts';
import { ui } from '../../support/ui.ts';
import { expectKept, fillLeast, formOn, reachCheck, receipt } from '../parts/form.ts';
import { mailboxOn, openMailbox } from '../parts/mailbox.ts';
import { field } from '../parts/questions.ts';
import { ownMailbox } from '../support/own-mailbox.ts';
import { fillRequest } from '../support/reporter.ts';
import { test } from '../support/test.ts';

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

/** Lets the page's time run until something shows. */
async function runUntil(page: Page, part: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(1000);
    await expect(part).toBeVisible({ timeout: 100 });
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
    await fillLeast(page);
    await formOn(page).send.click();
    await runUntil(page, formOn(page).unsent);
    await expect(formOn(page).unsent.locator('.call')).toBeVisible();
    await expect(receipt(page)).toHaveCount(0);
    await expectKept(page, 'story', 'Help');
    await reachCheck(page);
    expect(new Set(tried)).toEqual(new Set(['PUT', 'POST']));
    blocked = false;
    await runUntil(page, receipt(page));
    const code = (await receipt(page).innerText()).replace(/\D/g, '');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    const mailbox = await openMailbox(page, 'en', code);
    await expect(mailbox.stands('received')).toBeVisible();
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
    await formOn(page).send.click();
    await runUntil(page, formOn(page).unsent);
    await expect(receipt(page)).toHaveCount(0);
    await expect(field(page, 'text')).toHaveValue('20 affiches');
  });

  test(`the mailbox says nothing for the worker by ${name}`, async ({ page }) => {
    await page.clock.install();
    const mailbox = await ownMailbox(page, drawPair(), () => []);
    const { worker, requests } = mailbox;
    worker.foreign = foreign;
    await page.goto(pathTo('mailbox', 'nl'));
    const view = mailboxOn(page);
    await view.code.fill(mailbox.code);
    await view.open.click();
    await runUntil(page, view.doorTrouble);
    await expect(view.error(ui('nl', 'mailbox').script.wrong.unknown)).toBeHidden();
    await expect(view.code).toHaveValue(mailbox.code);

    worker.foreign = null;
    await view.open.click();
    await runUntil(page, view.inside);
    worker.foreign = foreign;
    await view.look.click();
    await runUntil(page, view.trouble);
    await expect(view.messages).toHaveCount(1);

    await view.reply.fill('Dank u');
    await view.send.click();
    await runUntil(page, view.unsent);
    await expect(view.unsent.locator('.call')).toBeVisible();
    await expect(view.reply).toHaveValue('Dank u');
    await expect(view.saying).toHaveCount(0);

    await view.remove.click();
    await view.removeAll.click();
    await runUntil(page, view.notDeleted);
    await expect(view.notDeleted.locator('.call')).toBeVisible();
    await expect(view.inside).toBeVisible();
    await expect(view.reply).toHaveValue('Dank u');
    const asked = requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked).toEqual(expect.arrayContaining(['DELETE /api/mailbox', 'POST /api/mailbox/delete']));
    await expect(view.shutAnyhow).toBeHidden();
  });
}
