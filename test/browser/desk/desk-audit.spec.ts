import { expect, type Page } from '@playwright/test';
import { sentence, ui } from '../../support/ui.ts';
import { deskOn, fromMenu, sendAnswer } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { join } from '../support/member.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');

/** Opens what was done, from the menu, and gives the dialog once all of it was checked. */
async function lookBack(page: Page) {
  await fromMenu(page, en.audit.title);
  const dialog = page.getByRole('dialog', { name: en.audit.title, exact: true });
  await expect(dialog.locator('[data-audit]')).toBeVisible({ timeout: 30_000 });
  return dialog;
}

/** Leaves a link out of what the worker gives, as who holds the store may: the last of a member. */
async function withholdLast(page: Page, of: (links: { n: number; link: string }[]) => number) {
  await page.route(/\/api\/desk\/audit(\?after=\d+)?$/, async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    body.links.splice(of(body.links), 1);
    await route.fulfill({ response: answer, json: body });
  });
}

test('what a member did is told to all, and what is taken out of it is named', async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const [ana, bo] = await Promise.all([browser.newPage(), browser.newPage()]);
  const [nameA, nameB] = [nameOf('Audit'), nameOf('Audit')];
  await join(ana, 'en', nameA);
  await join(bo, 'en', nameB);
  const id = await refer(request);
  await openCase(ana, id);
  await deskOn(ana).take.click();
  await expect(deskOn(ana).take).toHaveCount(0);
  await deskOn(ana).answer.fill('We call you tonight.');
  await sendAnswer(ana);
  await deskOn(ana).toNote.click();
  await deskOn(ana).note.fill('Asked for Tigrinya.');
  await deskOn(ana).keepNote.click();
  await expect(ana.locator('[data-happened="note"]')).toBeVisible();

  const told = await lookBack(bo);
  await expect(told.locator('[data-audit="whole"]')).toBeVisible();
  const lines = told.getByRole('listitem').filter({ hasText: nameA });
  await expect(lines).toHaveText([
    new RegExp(`${sentence(en.audit.did.noted).source}`),
    new RegExp(`${sentence(en.audit.did.answered).source}`),
    new RegExp(`${sentence(en.audit.did.took).source}`),
  ]);
  await expectNoBarriers(bo);
  await button(told, en.help.close).click();

  // Bo does something: their link names the newest of Ana's. Then whoever gives the links leaves that one out.
  await openCase(bo, id);
  await deskOn(bo).toNote.click();
  await deskOn(bo).note.fill('Interpreter asked.');
  await deskOn(bo).keepNote.click();
  await expect(bo.locator('[data-happened="note"]')).toHaveCount(2);
  await deskOn(bo).back.click();
  await withholdLast(bo, (links) => links.length - 2);
  const wrong = await lookBack(bo);
  await expect(wrong.locator('[data-fault="cut"]')).toHaveText(
    sentence(en.audit.fault.cut, { name: nameA, number: '3' }),
  );
  await expect(wrong.locator('[data-audit="whole"]')).toHaveCount(0);
});
