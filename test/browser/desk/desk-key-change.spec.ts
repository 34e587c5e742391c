import { type Browser, expect, type Page } from '@playwright/test';
import { counted, filled, sentence, ui } from '../../support/ui.ts';
import { fromMenu, saidIn } from '../parts/desk.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { beforeRotation } from '../support/before-rotation.ts';
import { nameOf } from '../support/case.ts';
import { join, lockDesk, signIn } from '../support/member.ts';
import { test } from '../support/test.ts';

const { keyChange } = ui('en', 'desk');

const dialog = (page: Page) => page.getByRole('dialog', { name: keyChange.title, exact: true });
const lineOf = (page: Page, name: string) => dialog(page).getByRole('listitem').filter({ hasText: name });

/** The screen as it is now: it asks when it is opened. */
async function openedAnew(page: Page): Promise<void> {
  if ((await dialog(page).count()) > 0) await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await fromMenu(page, keyChange.title);
  await expect(dialog(page).getByRole('listitem').first()).toBeVisible();
}

/** A member who has locked their desk, as they were before the last rotation. */
async function lockedMember(browser: Browser, name: string) {
  const page = await (await browser.newContext()).newPage();
  const passphrase = await join(page, 'en', name);
  await lockDesk(page);
  const before = await beforeRotation(name, passphrase);
  await before.setBack();
  return { page, passphrase, file: before.file };
}

test('after a rotation members see who has the new key and who has not, until everybody has', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const [ann, bo] = [nameOf('Ann'), nameOf('Bo')];
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page, 'en', ann);
  const behind = await lockedMember(browser, bo);
  await openedAnew(page);
  const all = counted('en', keyChange, 'all', 1);
  const some = filled(keyChange.some, { has: 0, of: 1 });
  await expect(lineOf(page, ann)).toContainText(all);
  await expect(lineOf(page, bo)).toContainText(`${some} ${keyChange.lacks}`);
  await expect(lineOf(page, bo)).toHaveAttribute('data-followed', 'false');
  await expectNoBarriers(page);

  // What is no such file brings nothing; what is brings it to who lacks it.
  const picker = dialog(page).locator('[data-field="next-key"]');
  const given = (content: string) =>
    picker.setInputFiles({ name: 'next.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await given('{"v":1}');
  await expect(saidIn(dialog(page))).toContainText(keyChange.noFile);
  await given(JSON.stringify(behind.file));
  await expect(dialog(page).getByRole('status')).toContainText(counted('en', keyChange, 'brought', 1));
  await expect(lineOf(page, bo)).toContainText(`${some} ${keyChange.waits}`);

  // It follows when they sign in; then no line says of anybody that they lack it.
  await signIn(behind.page, bo, behind.passphrase);
  await expect(async () => {
    await openedAnew(page);
    await expect(lineOf(page, bo)).toContainText(all, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  for (const name of [ann, bo]) {
    await expect(lineOf(page, name)).toHaveAttribute('data-followed', 'true');
    for (const lacking of [keyChange.some, keyChange.waits, keyChange.lacks])
      await expect(lineOf(page, name)).not.toContainText(sentence(lacking));
  }
});
