import { expect, type Page } from '@playwright/test';
import { drawReceiptCode } from '../../../src/protocol/seal/receipt.ts';
import { testDesk } from '../../../tools/test/test-site.ts';
import { sentence, ui } from '../../support/ui.ts';
import { deskOn } from '../parts/desk.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { hide, traces } from '../support/desk.ts';
import { join, signIn } from '../support/member.ts';
import { test } from '../support/test.ts';

const none = { local: 0, session: 0, databases: 0, state: null, hash: '' };

const signedOut = (page: Page) => expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });

test('a used or unknown invitation is refused in words, and its code is gone from the address', async ({
  page,
}) => {
  await page.goto(testDesk('nl', drawReceiptCode()));
  await deskOn(page).name.fill(nameOf('Niemand'));
  await deskOn(page).openInvitation.click();
  await expect(page.getByRole('alert')).toContainText(ui('nl', 'desk').invite.gone);
  expect(await traces(page)).toEqual(none);
});

test('locking empties the page, ends the session, and a wrong name reads like a wrong passphrase', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const name = nameOf('Slot');
  const passphrase = await join(page, 'en', name);
  await expect(deskOn(page).refresh).toBeVisible();
  await expectNoBarriers(page);
  expect(await traces(page)).toEqual(none);
  expect((await context.cookies()).length).toBe(1);
  await page.evaluate(() => Reflect.set(window, 'before', true));

  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(deskOn(page).signIn).toHaveCount(0);
  await page.keyboard.press('Shift');
  await signedOut(page);
  await expect(page.locator('[data-referral]')).toHaveCount(0);
  // The page is another one, so the memory of the one before is gone.
  expect(await page.evaluate(() => Reflect.get(window, 'before'))).toBeUndefined();
  expect(await traces(page)).toEqual(none);
  await expect.poll(async () => (await context.cookies()).length).toBe(0);
  await expect.poll(() => page.workers().length).toBe(0);

  const said: string[] = [];
  for (const [who, phrase] of [
    [name, 'not the passphrase at all'],
    ['Nobody of that name', passphrase],
  ] as const) {
    await deskOn(page).name.fill(who);
    await deskOn(page).passphrase.fill(phrase);
    await deskOn(page).signIn.click();
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 });
    said.push(await page.getByRole('alert').innerText());
    await expect(deskOn(page).name).toHaveValue(who);
    await expect(deskOn(page).passphrase).toHaveValue('');
    await page.reload();
  }
  expect(new Set(said).size).toBe(1);

  await signIn(page, name.toUpperCase(), passphrase.toUpperCase().replaceAll(' ', ''));
  await page.keyboard.press('l');
  await signedOut(page);
});

test('single-letter keys can be switched off', async ({ page }) => {
  test.setTimeout(120_000);
  await join(page, 'en', nameOf('Keys'));
  await page.keyboard.press('?');
  await page.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('l');
  await expect(deskOn(page).lock).toBeVisible();
  await deskOn(page).lock.click();
  await signedOut(page);
});

test('hidden covers at once and locks nothing by itself; idling locks after a warning that lies over nothing', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const id = await refer(request);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.clock.install();
  await join(page, 'nl', nameOf('Idle'));
  await openCase(page, id);
  await page.clock.pauseAt(Date.now() + 5000);
  await hide(page, true);
  await expect(page.locator('#desk')).toBeHidden();
  await page.clock.runFor(45_000);
  await hide(page, false);
  await expect(deskOn(page).lock).toBeVisible();

  await page.mouse.move(10, 10);
  await page.clock.runFor(4 * 60_000 + 35_000);
  const stay = deskOn(page).stay;
  await expect(stay).toBeVisible();
  await expect(page.getByRole('alert').filter({ has: stay })).toContainText(ui('nl', 'desk').lock.soon);
  // In one go: the list is fetched meanwhile, and messages come and go.
  const clear = await page.evaluate(() => {
    const bottom = document.querySelector('[data-alerts]')?.getBoundingClientRect().bottom ?? Number.NaN;
    const others = ['.columns', '[data-action="back"]', '[data-action="take"]', '[data-action="lock"]'];
    return others.map(
      (other) => (document.querySelector(other)?.getBoundingClientRect().top ?? 0) >= bottom - 1,
    );
  });
  expect(clear).toEqual([true, true, true, true]);
  // Any sign of somebody will do.
  await page.mouse.move(30, 30);
  await expect(stay).toHaveCount(0);
  await page.clock.runFor(4 * 60_000 + 45_000);
  await expect(stay).toBeVisible();
  await page.clock.runFor(20_000);
  await signedOut(page);
});

test('a device that locks while it is away locks the desk on coming back, before anything is seen', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await join(page, 'en', nameOf('Weg'));
  await page.clock.pauseAt(Date.now() + 5000);
  await hide(page, true);
  // Asleep: no timer runs, and the clock goes on.
  await page.clock.setSystemTime(Date.now() + 31 * 60_000);
  expect(await hide(page, false)).toEqual({ covered: true });
  await page.clock.runFor(3000);
  await signedOut(page);
});

test('a clock that is set forward covers the desk until it is known, and locks nothing', async ({ page }) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await join(page, 'en', nameOf('Klok'));
  // With the first list comes the worker's clock: without it there is nothing to hold a clock that jumps against.
  await expect(page.getByText(sentence(ui('en', 'desk').list.updated))).toBeVisible({ timeout: 20_000 });
  await expect(deskOn(page).refresh).toBeVisible();
  await page.clock.runFor(2000);

  // While the worker can't be asked, it might as well be a device that slept: covered, and no sign uncovers it.
  await page.route('**/api/desk/threads*', (route) => route.abort());
  await page.clock.setSystemTime(Date.now() + 60 * 60_000);
  await page.clock.runFor(1500);
  await expect(page.locator('#desk')).toBeHidden();
  await page.mouse.move(10, 10);
  await page.mouse.move(20, 20);
  await expect(page.locator('#desk')).toBeHidden();

  await page.unroute('**/api/desk/threads*');
  await page.clock.runFor(12_000);
  await expect(page.locator('#desk')).toBeVisible();
  await expect(deskOn(page).refresh).toBeVisible();
});

test('locked without a connection, it stays locked, ends the session when the network is back, and then asks to sign in', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await join(page, 'en', nameOf('Off'));
  const ended: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/session/end')) ended.push(response.status());
  });
  await context.setOffline(true);
  await deskOn(page).lock.click();
  await expect(page.getByRole('heading', { name: ui('en', 'desk').closed.title })).toBeVisible();
  await expect(deskOn(page).refresh).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);
  await expect(page.getByRole('status')).toContainText(ui('en', 'desk').closed.offline, { timeout: 20_000 });
  expect((await context.cookies()).length).toBe(1);

  await context.setOffline(false);
  await signedOut(page);
  expect(ended).toEqual([200]);
  expect((await context.cookies()).length).toBe(0);
  expect(await traces(page)).toEqual(none);
});
