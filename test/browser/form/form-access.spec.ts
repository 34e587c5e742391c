import { expect, type Page, test } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { send } from '../support/reporter.ts';

const en = ui('en', 'form');

const option = (page: Page, name: string, value: string) =>
  page.locator(`[data-field="${name}"] [value="${value}"]`);

for (const language of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${language}, ${colorScheme}: form, errors, branches and receipt have no barriers`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme });
      const page = await context.newPage();
      await page.goto(pathTo('form', language));
      await expect(page.locator('[data-part="not-ready"]')).toBeHidden();
      await expectNoBarriers(page);
      await page.locator('[data-action="send"]').click();
      await expect(page.locator('[data-part="summary"]')).toBeVisible();
      await expectNoBarriers(page);
      for (const [name, value] of [
        ['who', 'known'],
        ['danger', 'yes'],
        ['age', 'minor'],
        ['speaks', 'other'],
        ['way', 'call'],
      ] as const) {
        await option(page, name, value).click();
      }
      await expectNoBarriers(page);
      await option(page, 'danger', 'unsure').click();
      await page.locator('[data-field="number"]').fill('0488 12 34 56');
      await send(page);
      await expectNoBarriers(page);
      await context.close();
    });
  }
}

test('a question is one tab stop, and arrow keys stay inside it', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await expect(page.locator('[data-part="not-ready"]')).toBeHidden();
  await option(page, 'who', 'me').focus();
  await page.keyboard.press('ArrowUp');
  await expect(option(page, 'who', 'work')).toBeFocused();
  await expect(option(page, 'who', 'work')).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(option(page, 'who', 'me')).toBeChecked();
  await expect(option(page, 'who', 'work')).not.toBeChecked();
  await page.keyboard.press('Tab');
  await expect(option(page, 'danger', 'yes')).toBeFocused();
  await expect(option(page, 'danger', 'yes')).not.toBeChecked();
  await page.keyboard.press('Space');
  await expect(option(page, 'danger', 'yes')).toBeChecked();
  await page.keyboard.press('Shift+Tab');
  await expect(option(page, 'who', 'me')).toBeFocused();
});

test('the form can be filled in and sent by keyboard alone', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await expect(page.locator('[data-part="not-ready"]')).toBeHidden();
  await expect(page.locator('[data-action="send"]')).toBeEnabled();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const group = document.activeElement?.closest('[role="radiogroup"]');
      if (document.activeElement?.matches('[data-action="send"]')) return 'send';
      return group?.getAttribute('data-field') ?? '';
    });
    if (at === 'who' || at === 'danger') await page.keyboard.press(at === 'who' ? 'Space' : 'ArrowDown');
    if (at === 'send') break;
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="page"] h1')).toBeFocused({ timeout: 30_000 });
  await expect(page.locator('[data-receipt]')).toBeVisible();
});

test('what a radio button, a group and a field are is said', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await expect(page.locator('[data-part="not-ready"]')).toBeHidden();
  const who = page.getByRole('radiogroup', { name: en.who.question });
  await expect(who).toHaveAccessibleDescription(en.needed);
  await expect(who.getByRole('radio', { name: en.who.known })).not.toBeChecked();
  await expect(page.getByRole('textbox', { name: en.story.question })).toBeVisible();
  await expect(page.getByRole('group', { name: en.happening.question }).getByRole('checkbox')).toHaveCount(8);
});
