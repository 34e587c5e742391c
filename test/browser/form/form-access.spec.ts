import { expect, type Locator, type Page } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { choose, formOn, reach, receipt, send } from '../parts/form.ts';
import { field, option } from '../parts/questions.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { expectSeenInForcedColours } from '../support/forced-colours.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'form');

const holdsFocus = (control: Locator) =>
  control.evaluate((element) => element.contains(document.activeElement));

/** The form, ready, in English, with the question of who needs help. */
async function begin(page: Page): Promise<void> {
  await page.goto(pathTo('form', 'en'));
  await reach(page, 'who');
}

for (const language of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${language}, ${colorScheme}: errors and receipt have no barriers`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme });
      const page = await context.newPage();
      const look = async () => {
        await expectNoBarriers(page);
        // Which leave nothing of either look.
        if (colorScheme === 'light') await expectSeenInForcedColours(page);
      };
      await page.goto(pathTo('form', language));
      await reach(page, 'who');
      await formOn(page).next.click();
      await expect(formOn(page).summary).toBeVisible();
      await look();
      await choose(page, 'who', 'me');
      await choose(page, 'danger', 'yes');
      await look();
      await send(page);
      await look();
      await context.close();
    });
  }
}

test('a question is one tab stop, and arrow keys stay inside it', async ({ page }) => {
  await begin(page);
  await option(page, 'who', 'me').focus();
  await page.keyboard.press('ArrowUp');
  await expect(option(page, 'who', 'known')).toBeFocused();
  await expect(option(page, 'who', 'known')).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(option(page, 'who', 'me')).toBeChecked();
  await expect(option(page, 'who', 'known')).not.toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: en.who.work })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(formOn(page).next).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(option(page, 'danger', 'yes')).toBeFocused();
  await expect(option(page, 'danger', 'yes')).not.toBeChecked();
  await page.keyboard.press('Space');
  await expect(option(page, 'danger', 'yes')).toBeChecked();
});

test('the form can be filled in and sent by keyboard alone', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await expect(formOn(page).next).toBeEnabled();
  const focused = async (control: Locator) => (await control.isVisible()) && (await holdsFocus(control));
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab');
    if (await focused(formOn(page).send)) break;
    if (await focused(field(page, 'who'))) await page.keyboard.press('Space');
    else if (await focused(field(page, 'danger'))) await page.keyboard.press('ArrowDown');
    else if (await focused(formOn(page).next)) await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: en.receipt.title })).toBeFocused({
    timeout: 30_000,
  });
  await expect(receipt(page)).toBeVisible();
});

test('what a radio button, a group and a field are is said', async ({ page }) => {
  await begin(page);
  const who = page.getByRole('radiogroup', { name: en.who.question });
  await expect(who).toHaveAccessibleDescription(en.needed);
  await expect(who.getByRole('radio', { name: en.who.known })).not.toBeChecked();
  await choose(page, 'who', 'me');
  await choose(page, 'danger', 'no');
  await reach(page, 'happening');
  await expect(page.getByRole('group', { name: en.happening.question }).getByRole('checkbox')).toHaveCount(8);
  await reach(page, 'story');
  await expect(page.getByRole('textbox', { name: en.story.question })).toBeVisible();
});
