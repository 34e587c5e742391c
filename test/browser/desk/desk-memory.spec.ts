import { expect, type Page } from '@playwright/test';
import { ui } from '../../support/ui.ts';
import { deskOn } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { authenticatorOf } from '../support/authenticator.ts';
import { nameOf } from '../support/case.ts';
import { join, lockDesk, signIn } from '../support/member.ts';
import { addPaper } from '../support/second-paper.ts';
import { test } from '../support/test.ts';
import { heapOf } from '../support/traces.ts';

const PLANTED = 'planted zofanu bakomi';

/** Expects a word in the memory where it was planted, and the passphrase nowhere in it. */
async function expectForgotten(page: Page, passphrase: string): Promise<void> {
  await page.evaluate((words) => Reflect.set(window, 'planted', { words: [...words].join('') }), PLANTED);
  const text = await heapOf(page);
  expect(text.includes(PLANTED)).toBe(true);
  for (const piece of [passphrase, passphrase.slice(0, 13), passphrase.slice(-13)]) {
    expect(text.includes(piece), 'the passphrase is in the memory of the page').toBe(false);
  }
}

test('the passphrase is in no memory of the page: not after joining, not after signing in, not when locked', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const name = nameOf('Geheugen');
  const passphrase = await join(page, 'en', name);
  await expectForgotten(page, passphrase);
  await lockDesk(page);
  await expectForgotten(page, passphrase);

  await signIn(page, name, passphrase);
  await expectForgotten(page, passphrase);
  await lockDesk(page);
  await expectForgotten(page, passphrase);
});

test('nor is a second one, when its paper was added and the desk locked, or when it opened the desk', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const name = nameOf('Tweede');
  const first = await join(page, 'en', name);
  await button(page, ui('en', 'desk').ways.add).click();
  const second = await addPaper(page);
  await page.keyboard.press('Escape');
  const forgotten = async () => {
    for (const passphrase of [first, second]) await expectForgotten(page, passphrase);
  };
  await forgotten();
  await lockDesk(page);
  await forgotten();
  await signIn(page, name, second);
  await forgotten();
  await lockDesk(page);
  await forgotten();
});

test('nor after a touch opened the desk, nor when that was locked again', async ({ page }) => {
  test.setTimeout(300_000);
  const { ways, touch } = ui('en', 'desk');
  await authenticatorOf(page);
  const passphrase = await join(page, 'en', nameOf('Aanraking'));
  await button(page, ways.add).click();
  const dialog = page.getByRole('dialog', { name: ways.title, exact: true });
  await button(dialog, ways.addTouch).click();
  await dialog.getByRole('textbox', { name: ways.name, exact: true }).fill('Telephone');
  await button(dialog, ways.touch).click();
  await expect(dialog.getByRole('status')).toContainText(ways.added);
  await page.keyboard.press('Escape');
  await lockDesk(page);
  await button(page, touch.action).click();
  await expect(deskOn(page).refresh).toBeVisible({ timeout: 30_000 });
  await expectForgotten(page, passphrase);
  await lockDesk(page);
  await expectForgotten(page, passphrase);
});
