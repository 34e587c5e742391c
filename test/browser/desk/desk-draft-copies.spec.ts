import { expect, type Page, test } from '@playwright/test';
import { anyAddress } from '../../../tools/bench/intake/any-address.ts';
import { testDesk } from '../../../tools/test/test-site.ts';
import { answers, deskOn, sendAnswer } from '../parts/desk.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { hide } from '../support/desk.ts';
import { join, signIn } from '../support/member.ts';

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
