import { expect, type Page } from '@playwright/test';
import { testDesk } from '../../../tools/test/test-site.ts';
import { sentence, ui } from '../../support/ui.ts';
import { deskOn } from '../parts/desk.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { join, signIn } from '../support/member.ts';
import { test } from '../support/test.ts';

const [nl, en] = [ui('nl', 'desk'), ui('en', 'desk')];

const signedOut = (page: Page) => expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });

/** Fetches the list and expects that the worker gave it, once the store was not busy with what another test puts into it. */
async function expectToGoOn(page: Page): Promise<void> {
  let status = 0;
  await expect(async () => {
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('/api/desk/threads')),
      deskOn(page).refresh.click(),
    ]);
    status = answer.status();
    expect(status).not.toBe(503);
  }).toPass();
  expect(status).toBe(200);
  await expect(deskOn(page).lock).toBeVisible();
}

test('tabs of one browser are strangers: closing or locking one leaves the others their sessions', async ({
  context,
  page,
}) => {
  test.setTimeout(300_000);
  const [name, other] = [nameOf('Een'), nameOf('Twee')];
  const passphrase = await join(page, 'en', name);
  const second = await context.newPage();
  await join(second, 'en', other);
  const third = await context.newPage();
  await third.goto(testDesk('en'));
  await signIn(third, name, passphrase);
  for (const tab of [page, second, third]) await expectToGoOn(tab);

  await page.close();
  await expectToGoOn(second);
  await expectToGoOn(third);
  await deskOn(third).lock.click();
  await signedOut(third);
  await expectToGoOn(second);
  expect((await context.cookies()).length).toBe(1);
});

test('two devices that sign in as one member at once both get in', async ({ browser, page }) => {
  test.setTimeout(300_000);
  const name = nameOf('Samen');
  const passphrase = await join(page, 'en', name);
  const devices = await Promise.all([browser.newPage(), browser.newPage()]);
  // Each draws its challenge before either signs: whoever asked first signs last.
  const drawn: (() => void)[] = [];
  for (const device of devices) {
    await device.route('**/api/desk/session', async (route) => {
      if (drawn.length < devices.length) {
        await new Promise<void>((go) => {
          drawn.push(go);
          if (drawn.length === devices.length) for (const each of [...drawn].reverse()) each();
        });
      }
      await route.continue();
    });
    await device.goto(testDesk('en'));
  }
  await Promise.all(devices.map((device) => signIn(device, name, passphrase)));
  for (const device of devices) await expectToGoOn(device);
});

test('a session that ends is announced in an open case, and signing in again keeps what was written', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const [id, name] = [await refer(request), nameOf('Einde')];
  await page.setViewportSize({ width: 360, height: 740 });
  await page.route('**/api/desk/session', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    const body = await response.json();
    await route.fulfill({ response, json: { ...body, expiresAt: Math.floor(Date.now() / 1000) + 9 * 60 } });
  });
  const passphrase = await join(page, 'nl', name);
  await page.unroute('**/api/desk/session');
  await openCase(page, id);
  const alerts = page.locator('[data-alerts]');
  await expect(alerts.getByRole('status').filter({ hasText: sentence(nl.alerts.ending) })).toBeVisible();
  await expect(alerts).toBeInViewport();
  await deskOn(page).answer.fill('Tot straks');

  // The worker ends it sooner.
  await page.route('**/api/desk/threads*', (route) =>
    route.fulfill({ status: 401, json: { error: { code: 'unauthorized' } } }),
  );
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(alerts.getByRole('alert')).toContainText(nl.alerts.over);
  await expect(alerts).toContainText(nl.alerts.kept);
  await expect(alerts).toBeInViewport();
  await expect(deskOn(page).answer).toHaveValue('Tot straks');
  await page.unroute('**/api/desk/threads*');
  await deskOn(page).renew.click();
  await signedOut(page);
  await signIn(page, name, passphrase);
  await expect(deskOn(page).answer).toHaveValue('Tot straks');
});

test('a try that fails on the way needs no second typing, and a slow one is announced', async ({ page }) => {
  test.setTimeout(180_000);
  const name = nameOf('Tunnel');
  const passphrase = await join(page, 'en', name);
  await deskOn(page).lock.click();
  await signedOut(page);
  await page.clock.install();
  await page.route('**/api/desk/session', (route) => route.abort());
  await deskOn(page).name.fill(name);
  await deskOn(page).passphrase.pressSequentially(passphrase);
  await deskOn(page).signIn.click();
  await expect(page.getByRole('alert')).toContainText(en.signIn.waiting, { timeout: 60_000 });
  await expect(deskOn(page).passphrase).toHaveValue('');
  await page.unroute('**/api/desk/session');

  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/desk/challenge', async (route) => {
    await held;
    await route.continue();
  });
  await deskOn(page).signIn.click();
  await expect(page.getByRole('status')).toContainText(en.signIn.busy);
  await page.clock.runFor(7000);
  await expect(page.getByRole('status')).toContainText(en.signIn.slow);
  release();
  await expect(deskOn(page).lock).toBeVisible({ timeout: 60_000 });
});
