import { expect } from '@playwright/test';
import { MENU, type MenuRow } from '../../../src/desk/menu/rows.ts';
import { ui } from '../../support/ui.ts';
import { deskOn } from '../parts/desk.ts';
import { nameOf } from '../support/case.ts';
import { join } from '../support/member.ts';
import { refer } from '../support/refer.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');

/** Whether a row of the menu opens a screen over the desk. */
function opensScreen({ open }: MenuRow): boolean {
  const screens: string[] = [];
  open({ show: (name) => void screens.push(name), theme: 'light', toggleTheme: () => {} });
  return screens.length > 0;
}

/** What a row of the menu is called. */
const nameOfRow = ({ text }: MenuRow): string =>
  String(text.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], en));

const SCREENS = MENU.filter(opensScreen);

test('danger is seen whole over every screen of the menu, and opens from there', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  expect(SCREENS.length).toBeGreaterThan(10);
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page, 'en', nameOf('Over'));
  // One for each: what was opened calls no more.
  for (const _ of SCREENS) await refer(request, { danger: 'yes' });
  const { alarm, menu, back } = deskOn(page);
  await expect(alarm).toBeVisible({ timeout: 40_000 });
  for (const row of SCREENS) {
    await test.step(row.key, async () => {
      // By the keyboard: the bar lies over the head, too.
      await menu.press('Enter');
      await page
        .getByRole('list')
        .getByRole('button', { name: nameOfRow(row), exact: true })
        .press('Enter');
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('heading', { level: 2 }).first()).toBeVisible();
      const over = dialog.getByRole('alert').getByRole('button').first();
      await expect(over).toBeInViewport({ ratio: 1 });
      await over.click();
      await expect(dialog).toHaveCount(0);
      await expect(page.locator('#referral-title')).toBeFocused();
      await back.click();
    });
  }
});
