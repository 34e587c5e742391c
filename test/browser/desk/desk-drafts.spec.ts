import { expect, type Page } from '@playwright/test';
import { ui } from '../../support/ui.ts';
import { answers, deskOn, row, sendAnswer } from '../parts/desk.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { hide } from '../support/desk.ts';
import { join, signIn } from '../support/member.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');

const WORDS = 'Kom niet naar de Kiekenmarkt, bel om zes uur';

const field = (page: Page) => deskOn(page).answer;
const signedOut = (page: Page) => expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });

/** All that the tab's storage holds, as one text. */
const stored = (page: Page) =>
  page.evaluate(() => Object.entries({ ...localStorage, ...sessionStorage }).join('\n'));

/** Writes in the open case and waits until it is sealed. */
async function write(page: Page, words = WORDS): Promise<void> {
  // In one go, so that the first that is sealed is all of it.
  await field(page).fill(words);
  await expect.poll(() => stored(page)).toContain('envelope');
}

test('a call made from the desk loses nothing, however long it takes', async ({ page, request }) => {
  test.setTimeout(300_000);
  const [id, name] = [await refer(request), nameOf('Bel')];
  await page.setViewportSize({ width: 360, height: 740 });
  await page.clock.install();
  const passphrase = await join(page, 'nl', name);
  await openCase(page, id);
  await write(page);
  await page.clock.pauseAt(Date.now() + 10_000);

  for (const away of [10_000, 45_000]) {
    await page.mouse.move(10, away / 1000);
    expect(await hide(page, true)).toEqual({ covered: true });
    await page.clock.runFor(away);
    expect(await hide(page, false)).toEqual({ covered: false });
    await expect(field(page)).toHaveValue(WORDS);
  }
  for (const minutes of [6, 31]) {
    await hide(page, true);
    await page.clock.runFor(minutes * 60_000);
    await page.clock.resume();
    await signedOut(page);
    await hide(page, false);
    await expect(page.locator('[data-value="kept"]')).toContainText(ui('nl', 'desk').signIn.kept);
    for (const word of WORDS.split(' ')) {
      if (word.length > 3) expect(await stored(page)).not.toContain(word);
    }
    await signIn(page, name, passphrase);
    // The case is open again, at what was being written.
    await expect(field(page)).toHaveValue(WORDS);
  }
  await sendAnswer(page);
  await expect(answers(page)).toHaveText([WORDS]);
  expect(await stored(page)).toBe('');
});

test('a draft outlives a reload, Back and Forward and another member; discarded, it is gone', async ({
  browser,
  page,
  request,
}) => {
  test.setTimeout(300_000);
  const [id, other] = [await refer(request), nameOf('Bo')];
  const second = await browser.newPage();
  const passphrase = await join(second, 'en', other);
  await second.close();

  const name = nameOf('Ana');
  const own = await join(page, 'en', name);
  await openCase(page, id);
  await write(page);
  // Left without locking: by the wrong key, or because the telephone took the page away.
  await page.reload();
  await signIn(page, other, passphrase);
  await expect(row(page, id)).toBeVisible();
  await openCase(page, id);
  await expect(field(page)).toHaveValue(WORDS);
  await field(page).pressSequentially('!');

  await deskOn(page).lock.click();
  await signedOut(page);
  await signIn(page, name, own);
  await expect(field(page)).toHaveValue(`${WORDS}!`);
  await deskOn(page).back.click();
  await expect(row(page, id)).toBeFocused();

  // The first Back in the list asks, the second leaves; Forward comes back to the sign-in, with the draft.
  await page.goBack();
  await expect(page.locator('[data-alerts]')).toContainText(en.alerts.leaving);
  await deskOn(page).refresh.click();
  await expect(page.locator('[data-alerts]')).toHaveCount(0);
  await page.goBack();
  await expect(page.locator('[data-alerts]')).toContainText(en.alerts.kept);
  await page.goBack();
  await expect(deskOn(page).lock).toHaveCount(0);
  await page.goForward();
  await signedOut(page);
  await signIn(page, name, own);
  await openCase(page, id);
  await expect(field(page)).toHaveValue(`${WORDS}!`);

  await field(page).fill('');
  await expect.poll(() => stored(page)).toBe('');
  await deskOn(page).lock.click();
  await signedOut(page);
  await expect(page.locator('[data-value="kept"]')).toHaveCount(0);
  await signIn(page, name, own);
  await expect(field(page)).toHaveValue('');
});

test('without a network an answer stays, says so in every view, and goes once when it is back', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const id = await refer(request);
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page, 'en', nameOf('Net'));
  await openCase(page, id);
  await write(page);
  await page.context().setOffline(true);
  const alerts = page.locator('[data-alerts]');
  await expect(alerts).toContainText(en.fault.offline);
  await expect(alerts).toBeInViewport();
  await sendAnswer(page);
  await expect(page.locator('.answer-box').getByRole('alert')).toContainText(en.answer.waiting, {
    timeout: 20_000,
  });
  await expect(field(page)).toHaveValue(WORDS);
  await deskOn(page).back.click();
  await deskOn(page).toUnsent.click();
  await expect(page.locator('[data-value="unfinished"]')).toHaveText(WORDS);
  await page.context().setOffline(false);
  await expect(field(page)).toHaveValue(WORDS, { timeout: 30_000 });
  await page.context().setOffline(true);
  await sendAnswer(page);
  await expect(page.locator('.answer-box').getByRole('alert')).toContainText(en.answer.waiting, {
    timeout: 20_000,
  });

  await page.context().setOffline(false);
  await expect(answers(page)).toHaveText([WORDS], { timeout: 30_000 });
  await expect(field(page)).toHaveValue('');
  await expect(alerts).toHaveCount(0);
  expect(await stored(page)).toBe('');
});
