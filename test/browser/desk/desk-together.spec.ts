import { expect, type Page, test } from '@playwright/test';
import { filled, sentence, ui } from '../../support/ui.ts';
import { nameOf, openCase as open, refer } from '../support/case.ts';
import { join } from '../support/member.ts';

const en = ui('en', 'desk');

const answers = (page: Page) => page.locator('[data-message="desk"] [data-text]');

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
  await second.route('**/api/desk/threads', (route) => route.abort());

  await first.locator('[data-action="take"]').click();
  await expect(first.locator('[data-action="take"]')).toHaveCount(0);
  // How often the worker stored it. That it says “try again”, while another test writes to the same store, is no send.
  let kept = 0;
  await first.route('**/messages', async (route) => {
    const answer = await route.fetch();
    if (answer.ok()) kept += 1;
    // Stored, but the answer gets lost: the desk sends the same again.
    if (answer.ok() && kept === 1) await route.abort();
    else await route.fulfill({ response: answer });
  });
  await first.locator('[data-field="answer"]').fill('from Ana');
  await first.locator('[data-action="answer"]').click();
  await expect(first.locator('[data-field="answer"]')).toHaveValue('');
  await expect(answers(first)).toHaveText(['from Ana']);
  expect(kept).toBe(2);

  await second.locator('[data-field="answer"]').fill('from Bo');
  await second.locator('[data-action="answer"]').click();
  const notice = second.locator('.answer-box').getByRole('alert');
  await expect(notice).toContainText(filled(en.changed.answered, { name: ana }));
  await expect(notice).toContainText(filled(en.changed.taken, { name: ana }));
  await expect(second.locator('[data-field="answer"]')).toHaveValue('from Bo');
  await expect(answers(second)).toHaveText(['from Ana']);
  await second.locator('[data-action="answer"]').click();
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
  await expect(page.locator(`[data-referral="${id}"]`)).toContainText(en.referral.speaksOther);
  await open(page, id);
  await expect(page.locator('[data-value="speaks"]')).toHaveText('Tigrinya');

  await page.locator('[data-action="reveal"]').click();
  const guard = page.getByRole('dialog');
  await expect(guard).toContainText(sentence(en.guard.now, { time: '\\d\\d:\\d\\d' }));
  await page.locator('[data-action="reveal-confirm"]').click();
  await expect(guard).toBeVisible();
  await expect(page.locator('[data-value="number"]')).toHaveCount(0);
  await page.locator('[data-field="reason"]').fill('The police asked for it');
  await page.locator('[data-action="reveal-confirm"]').click();
  await expect(page.locator('[data-value="number"]')).toHaveText('0488 12 34 56');

  await page.locator('[data-field="answer"]').fill('a draft');
  await page.goBack();
  const row = page.locator(`[data-referral="${id}"]`);
  await expect(row).toBeFocused();
  await expect(page.locator('[data-action="lock"]')).toBeVisible();
  await open(page, id);
  await expect(page.locator('[data-field="answer"]')).toHaveValue('a draft');
  await expect(page.locator('[data-value="number"]')).toHaveCount(0);
  await page.locator('[data-action="back"]').click();
  await expect(row).toBeFocused();
  expect(await page.evaluate(() => [history.state, location.hash])).toEqual([null, '']);
});
