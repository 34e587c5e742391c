import { expect, type Page, test } from '@playwright/test';
import { randomId } from '../../src/protocol/random-id.ts';
import { expectNoBarriers } from './support/barriers.ts';
import { join } from './support/member.ts';

const passphrase = 'bakomi tuleva rosidu zofanu';

/** Everything that a browser could keep of a visit. */
async function traces(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    state: history.state,
    hash: location.hash,
  }));
}
const none = { local: 0, session: 0, databases: 0, state: null, hash: '' };

test('a used or unknown invitation is refused in words, and its secret is gone from the address', async ({
  page,
}) => {
  await page.goto(`/nl/desk/#${'A'.repeat(43)}`);
  await expect(page.getByRole('alert')).toContainText('gebruikt of verlopen');
  expect(await traces(page)).toEqual(none);
});

test('locking empties the page, ends the session, and a wrong name reads like a wrong passphrase', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const name = `Slot ${randomId().replace(/[^A-Za-z0-9]/g, 'x')}`;
  await join(page, 'en', name, passphrase);
  await expect(page.locator('[data-action="refresh"]')).toBeVisible();
  await expectNoBarriers(page);
  expect(await traces(page)).toEqual(none);
  expect((await context.cookies()).length).toBe(1);

  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(page.locator('[data-action="sign-in"]')).toHaveCount(0);
  await page.keyboard.press('Shift');
  await expect(page.locator('[data-action="sign-in"]')).toBeVisible();
  await expect(page.locator('[data-referral]')).toHaveCount(0);
  await expect.poll(async () => (await context.cookies()).length).toBe(0);
  await expect.poll(() => page.workers().length).toBe(0);

  const said: string[] = [];
  for (const [who, phrase] of [
    [name, 'not the passphrase at all'],
    ['Nobody of that name', passphrase],
  ] as const) {
    await page.locator('[data-field="name"]').fill(who);
    await page.locator('[data-field="passphrase"]').fill(phrase);
    await page.locator('[data-action="sign-in"]').click();
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 });
    said.push(await page.getByRole('alert').innerText());
    await expect(page.locator('[data-field="passphrase"]')).toHaveValue(phrase);
    await page.reload();
  }
  expect(new Set(said).size).toBe(1);

  await page.locator('[data-field="name"]').fill(name);
  await page.locator('[data-field="passphrase"]').fill(passphrase);
  await page.locator('[data-action="sign-in"]').click();
  await expect(page.locator('[data-action="lock"]')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('l');
  await expect(page.locator('[data-action="sign-in"]')).toBeVisible();
});

test('single-letter keys can be switched off', async ({ page }) => {
  test.setTimeout(120_000);
  await join(page, 'en', `Keys ${randomId().replace(/[^A-Za-z0-9]/g, 'x')}`, passphrase);
  await page.keyboard.press('?');
  await page.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('l');
  await expect(page.locator('[data-action="lock"]')).toBeVisible();
  await page.locator('[data-action="lock"]').click();
  await expect(page.locator('[data-action="sign-in"]')).toBeVisible();
});

test('the page is blank while hidden, and idling locks after a warning', async ({ page }) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await join(page, 'en', `Idle ${randomId().replace(/[^A-Za-z0-9]/g, 'x')}`, passphrase);
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await expect(page.locator('#desk')).toBeHidden();
  await hide(false);
  await expect(page.locator('[data-action="lock"]')).toBeVisible();

  await page.clock.runFor(4 * 60_000 + 40_000);
  await expect(page.locator('.lock-warning')).toBeVisible();
  await page.clock.runFor(30_000);
  await expect(page.locator('[data-action="sign-in"]')).toBeVisible();
});
