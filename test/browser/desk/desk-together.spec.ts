import { expect } from '@playwright/test';
import { filled, sentence, ui } from '../../support/ui.ts';
import { answers, deskOn, expectRowToSay, row, sendAnswer } from '../parts/desk.ts';
import { nameOf, openCase as open, refer } from '../support/case.ts';
import { join } from '../support/member.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');

test('two members at once: one takes it, the other keeps their words and reads what changed', async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const id = await refer(request);
  const [ana, bo] = [nameOf('Ana'), nameOf('Bo')];
  const first = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const second = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await join(first, 'en', ana);
  await join(second, 'en', bo);
  await open(first, id);
  await open(second, id);
  // From here on the second desk hears of the first only when it asks by itself.
  await second.route('**/api/desk/threads*', (route) => route.abort());

  await deskOn(first).take.click();
  await expect(deskOn(first).take).toHaveCount(0);
  // How often the worker stored it. That it says “try again”, while another test writes to the same store, is no send.
  let kept = 0;
  await first.route('**/messages', async (route) => {
    const answer = await route.fetch();
    if (answer.ok()) kept += 1;
    // Stored, but the answer gets lost: the desk sends the same again.
    if (answer.ok() && kept === 1) await route.abort();
    else await route.fulfill({ response: answer });
  });
  await deskOn(first).answer.fill('from Ana');
  await sendAnswer(first);
  await expect(deskOn(first).answer).toHaveValue('');
  await expect(answers(first)).toHaveText(['from Ana']);
  expect(kept).toBe(2);

  await deskOn(second).answer.fill('from Bo');
  await sendAnswer(second);
  const notice = second.locator('.answer-box').getByRole('alert');
  await expect(notice).toContainText(filled(en.changed.answered, { name: ana }));
  await expect(notice).toContainText(filled(en.changed.taken, { name: ana }));
  await expect(deskOn(second).answer).toHaveValue('from Bo');
  await expect(answers(second)).toHaveText(['from Ana']);
  await sendAnswer(second);
  await expect(answers(second)).toHaveText(['from Ana', 'from Bo']);
});

test('Back closes a referral without locking, keeps the draft, and a number asks for a reason', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const id = await refer(request);
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page, 'en', nameOf('Cor'));
  // What someone typed, even the name of a language, is not in the list.
  await expectRowToSay(page, id, en.referral.speaksOther);
  await open(page, id);
  await expect(page.locator('[data-value="speaks"]')).toHaveText('Tigrinya');

  await deskOn(page).reveal.click();
  const guard = page.getByRole('dialog');
  await expect(guard).toContainText(sentence(en.guard.now, { time: '\\d\\d:\\d\\d' }));
  await deskOn(page).revealConfirm.click();
  await expect(guard).toBeVisible();
  await expect(page.locator('[data-value="number"]')).toHaveCount(0);
  await deskOn(page).reason.fill('The police asked for it');
  await deskOn(page).revealConfirm.click();
  await expect(page.locator('[data-value="number"]')).toHaveText('0488 12 34 56');

  await deskOn(page).answer.fill('a draft');
  await page.goBack();
  const line = row(page, id);
  await expect(line).toBeFocused();
  await expect(deskOn(page).lock).toBeVisible();
  await open(page, id);
  await expect(deskOn(page).answer).toHaveValue('a draft');
  await expect(page.locator('[data-value="number"]')).toHaveCount(0);
  await deskOn(page).back.click();
  await expect(line).toBeFocused();
  expect(await page.evaluate(() => [history.state, location.hash])).toEqual([null, '']);
});
