import { expect, type Locator, test } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { formOn, receipt, send } from '../parts/form.ts';
import { field, option } from '../parts/questions.ts';
import { expectNoBarriers } from '../support/barriers.ts';

const en = ui('en', 'form');

const holdsFocus = (control: Locator) =>
  control.evaluate((element) => element.contains(document.activeElement));

for (const language of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${language}, ${colorScheme}: form, errors, branches and receipt have no barriers`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme });
      const page = await context.newPage();
      await page.goto(pathTo('form', language));
      await expect(formOn(page).notReady).toBeHidden();
      await expectNoBarriers(page);
      await formOn(page).send.click();
      await expect(formOn(page).summary).toBeVisible();
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
      await field(page, 'number').fill('0488 12 34 56');
      await send(page);
      await expectNoBarriers(page);
      await context.close();
    });
  }
}

test('a question is one tab stop, and arrow keys stay inside it', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await expect(formOn(page).notReady).toBeHidden();
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
  await expect(formOn(page).notReady).toBeHidden();
  await expect(formOn(page).send).toBeEnabled();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await holdsFocus(field(page, 'who'))) await page.keyboard.press('Space');
    else if (await holdsFocus(field(page, 'danger'))) await page.keyboard.press('ArrowDown');
    else if (await holdsFocus(formOn(page).send)) break;
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: en.receipt.title })).toBeFocused({
    timeout: 30_000,
  });
  await expect(receipt(page)).toBeVisible();
});

test('what a radio button, a group and a field are is said', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await expect(formOn(page).notReady).toBeHidden();
  const who = page.getByRole('radiogroup', { name: en.who.question });
  await expect(who).toHaveAccessibleDescription(en.needed);
  await expect(who.getByRole('radio', { name: en.who.known })).not.toBeChecked();
  await expect(page.getByRole('textbox', { name: en.story.question })).toBeVisible();
  await expect(page.getByRole('group', { name: en.happening.question }).getByRole('checkbox')).toHaveCount(8);
});
