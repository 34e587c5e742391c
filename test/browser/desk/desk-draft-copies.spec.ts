import { expect, type Page } from '@playwright/test';
import { anyAddress } from '../../../tools/bench/intake/any-address.ts';
import { testDesk } from '../../../tools/test/test-site.ts';
import { ui } from '../../support/ui.ts';
import { answers, deskOn, openRow, sendAnswer } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { hide } from '../support/desk.ts';
import { join, signIn } from '../support/member.ts';
import { test } from '../support/test.ts';

const WORDS = 'Kom niet naar de Kiekenmarkt, bel om zes uur';
const field = (page: Page) => deskOn(page).answer;

/** Resolves when a draft has gone to the worker, or away from it. */
const copied = (page: Page, what: 'put' | 'remove') =>
  page.waitForResponse(
    (answer) =>
      /\/api\/desk\/drafts\/[\w-]{22}(\/remove)?$/.test(answer.url()) &&
      answer.url().endsWith('/remove') === (what === 'remove') &&
      answer.ok(),
  );

test('what is begun on one device is gone on with on another, and gone on both when it is sent', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(240_000);
  const [id, name] = [await refer(request), nameOf('Twee')];
  await page.setViewportSize({ width: 1280, height: 800 });
  const passphrase = await join(page, 'nl', name);
  await openCase(page, id);
  const bodies: string[] = [];
  page.on('request', (one) => bodies.push(one.postData() ?? ''));
  const put = copied(page, 'put');
  await field(page).fill(WORDS);
  await hide(page, true);
  await put;
  await hide(page, false);
  expect(bodies.join()).not.toMatch(/Kiekenmarkt/);

  const telephone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await telephone.setExtraHTTPHeaders({ 'CF-Connecting-IP': anyAddress() });
  await telephone.goto(testDesk('nl'));
  await signIn(telephone, name, passphrase);
  await deskOn(telephone).toUnsent.click();
  await expect(field(telephone)).toHaveValue(WORDS);
  await field(telephone).fill(`${WORDS}!`);
  const removed = copied(telephone, 'remove');
  await sendAnswer(telephone);
  await expect(answers(telephone)).toHaveText([`${WORDS}!`]);
  await removed;

  await page.reload();
  await signIn(page, name, passphrase);
  await openCase(page, id);
  await expect(answers(page)).toHaveText([`${WORDS}!`]);
  await expect(field(page)).toHaveValue('');
  await telephone.context().close();
});

test('a case opens at once while the worker hangs, and what another device has is taken or offered when it comes', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(300_000);
  const [taken, offered] = [await refer(request), await refer(request)];
  const name = nameOf('Hangt');
  await page.setViewportSize({ width: 1280, height: 800 });
  const passphrase = await join(page, 'nl', name);
  for (const id of [taken, offered]) {
    await openCase(page, id);
    await field(page).fill(WORDS);
  }
  const put = copied(page, 'put');
  await hide(page, true);
  await put;
  await hide(page, false);

  const telephone = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await telephone.setExtraHTTPHeaders({ 'CF-Connecting-IP': anyAddress() });
  let come = () => {};
  const hangs = new Promise<void>((resolve) => (come = resolve));
  const sent: string[] = [];
  await telephone.route(/\/api\/desk\/drafts(\?|$)/, async (route) => {
    await hangs;
    await route.continue();
  });
  telephone.on('request', (one) => sent.push(one.url()));
  await telephone.goto(testDesk('nl'));
  await signIn(telephone, name, passphrase);
  // Within what it takes to open: nobody waits for what hangs.
  await openRow(telephone, offered);
  await expect(field(telephone)).toBeVisible({ timeout: 3000 });
  await field(telephone).fill('Bel ons');
  await openCase(telephone, taken);
  await expect(field(telephone)).toHaveValue('');
  await field(telephone).focus();
  await hide(telephone, true);
  await hide(telephone, false);
  expect(sent.filter((url) => url.endsWith(`/drafts/${offered}`))).toEqual([]);
  come();
  await expect(field(telephone)).toHaveValue(WORDS);
  await expect(field(telephone)).toBeFocused();

  await openCase(telephone, offered);
  await expect(field(telephone)).toHaveValue('Bel ons');
  await expect(telephone.locator('[data-value="elsewhere"]')).toHaveText(WORDS);
  await button(telephone, ui('nl', 'desk').elsewhere.add).click();
  await expect(field(telephone)).toHaveValue(`Bel ons\n\n${WORDS}`);
  await expect(telephone.locator('[data-value="elsewhere"]')).toHaveCount(0);
  await telephone.context().close();
});
