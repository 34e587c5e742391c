import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { chromiumLaunch } from '../../../tools/test/chromium.ts';
import { TEST_LOG, TEST_STATE, testDesk } from '../../../tools/test/test-site.ts';
import { filesWith, needlesOf } from '../../support/needles.ts';
import { ui } from '../../support/ui.ts';
import { deskOn, row, saidIn } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { authenticatorOf } from '../support/authenticator.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { join, lockDesk, signIn } from '../support/member.ts';
import { ownStore } from '../support/own-store.ts';
import { refer as referWith } from '../support/refer.ts';
import { addPaper } from '../support/second-paper.ts';
import { test } from '../support/test.ts';
import { filesBelow } from '../support/traces.ts';

const { ways, touch, invite } = ui('en', 'desk');

/** The line that can't be missed, and the dialog to which it leads. */
const second = (page: Page) => button(page, ways.add);
const dialog = (page: Page) => page.getByRole('dialog', { name: ways.title, exact: true });
const rows = (page: Page) => dialog(page).getByRole('listitem');
const touchButton = (page: Page) => button(page, touch.action);

/** Adds a passkey from the dialog, as far as the touch. */
async function tryPasskey(page: Page, name: string): Promise<void> {
  await button(dialog(page), ways.addTouch).click();
  await dialog(page).getByRole('textbox', { name: ways.name, exact: true }).fill(name);
  await button(dialog(page), ways.touch).click();
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
}

/** Joins and adds a passkey as the second way in; the dialog is closed again. */
async function withPasskey(page: Page, name: string): Promise<string> {
  const passphrase = await join(page, 'en', name);
  await second(page).click();
  await tryPasskey(page, 'Duty telephone');
  await expect(dialog(page).getByRole('status')).toContainText(ways.added);
  await expect(rows(page)).toHaveCount(2);
  await closeDialog(page);
  return passphrase;
}

/** Makes the page say no more that it is a trial: then a second way in is compulsory. */
async function inEarnest(page: Page): Promise<void> {
  await page.route(testDesk('en'), async (route) => {
    const answer = await route.fetch();
    const body = await answer.text();
    expect(body).toContain('id="trial"');
    await route.fulfill({ response: answer, body: body.replace('id="trial"', '') });
  });
}

test('who joins goes no further without a second way in, and meanwhile danger is opened all the same', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await inEarnest(page);
  await authenticatorOf(page);
  await join(page, 'en', nameOf('Earnest'));
  await expect(rows(page)).toHaveCount(1);
  await expect(dialog(page)).toContainText(ways.lead);
  await expect(button(dialog(page), ui('en', 'desk').help.close)).toHaveCount(0);
  // Some browsers close what is asked twice to close, whatever a page says.
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByRole('heading', { name: ways.title, exact: true })).toBeFocused();
  await expectNoBarriers(page);

  await referWith(request, { danger: 'yes' });
  await dialog(page).getByRole('alert').getByRole('button').first().click();
  await expect(page.locator('#referral-title')).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await deskOn(page).back.click();

  await second(page).click();
  await tryPasskey(page, 'Duty telephone');
  await expect(rows(page)).toHaveCount(2);
  await closeDialog(page);
  await lockDesk(page);
  await touchButton(page).click();
  await expect(deskOn(page).lock.first()).toBeVisible({ timeout: 30_000 });
  await expect(dialog(page)).toHaveCount(0);
});

test('who comes in by the one way that is left is asked for another, and may be needed first', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const name = nameOf('Left');
  const passphrase = await join(page, 'en', name);
  await ownStore(
    `UPDATE ways_in SET created_at = created_at - 2 * 86400 WHERE member_id = (SELECT id FROM members WHERE name = ?)`,
    name,
  );
  await lockDesk(page);
  await inEarnest(page);
  await page.reload();
  await signIn(page, name, passphrase);
  await expect(rows(page)).toHaveCount(1);
  await closeDialog(page);
  await expect(second(page)).toBeVisible();
});

test('a touch opens the desk again where one was, and with two ways in the line is gone', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await authenticatorOf(page);
  await join(page, 'en', nameOf('Touch'));
  await second(page).click();
  await expectNoBarriers(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(button(dialog(page), ways.remove)).toHaveCount(0);
  await tryPasskey(page, 'Duty telephone');
  await expect(dialog(page).getByRole('status')).toContainText(ways.added);
  await expect(rows(page)).toHaveCount(2);
  await expectNoBarriers(page);
  await closeDialog(page);
  await expect(second(page)).toHaveCount(0);

  const id = await refer(request);
  await openCase(page, id);
  await lockDesk(page);
  await expectNoBarriers(page);
  await touchButton(page).click();
  await expect(deskOn(page).answer).toBeVisible({ timeout: 30_000 });
  await expect(row(page, id)).toHaveAttribute('aria-current', /./);
});

test('what a passkey gives is in nothing that is sent, stored or kept, and goes with the lock', async () => {
  test.setTimeout(240_000);
  const profile = mkdtempSync(joinPath(tmpdir(), 'profile-'));
  try {
    const browser = await chromium.launchPersistentContext(profile, await chromiumLaunch());
    const page = await browser.newPage();
    await authenticatorOf(page);
    const sent: string[] = [];
    page.on('request', (asked) => sent.push(`${asked.url()} ${asked.postData() ?? ''}`));
    // What the page is given is told to the test as well.
    const given: string[] = [];
    await page.exposeFunction('tell', (secret: string) => given.push(secret));
    await page.addInitScript(() => {
      const { prototype } = PublicKeyCredential;
      const { getClientExtensionResults: real } = prototype;
      prototype.getClientExtensionResults = function () {
        const results = real.call(this);
        const first = results.prf?.results?.first;
        const tell = Reflect.get(window, 'tell');
        if (first instanceof ArrayBuffer) tell(String.fromCharCode(...new Uint8Array(first)));
        return results;
      };
    });
    const passphrase = await withPasskey(page, nameOf('Traces'));
    await lockDesk(page);
    await touchButton(page).click();
    await expect(deskOn(page).refresh).toBeVisible({ timeout: 30_000 });
    await lockDesk(page);
    await page.waitForTimeout(500);
    await browser.close();

    const [secret = ''] = given;
    expect(new Set(given).size).toBe(1);
    expect(secret).toHaveLength(32);
    const bytes = Buffer.from(secret, 'latin1');
    const spellings = [
      bytes.toString('base64url').slice(1, -2),
      bytes.toString('base64').slice(1, -3),
      bytes.toString('hex'),
    ];
    for (const line of sent) for (const spelling of spellings) expect(line).not.toContain(spelling);
    expect(sent.filter((line) => line.includes('/api/desk/touch ')).length).toBeGreaterThan(0);

    const needles = [bytes, ...[passphrase, ...spellings].flatMap(needlesOf)];
    const files = [...filesBelow(profile), ...filesBelow(TEST_STATE), TEST_LOG];
    expect(files.length).toBeGreaterThan(10);
    expect(filesWith(needles, files)).toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('an authenticator that can’t make the secret adds nothing and says so; a second paper does', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await authenticatorOf(page, { hasPrf: false });
  const name = nameOf('Papers');
  const first = await join(page, 'en', name);
  await second(page).click();
  await tryPasskey(page, 'Old key');
  await expect(saidIn(dialog(page))).toContainText(ways.unfit);
  await button(dialog(page), ways.back).click();
  await expect(rows(page)).toHaveCount(1);

  const passphrase = await addPaper(page, async () => {
    await dialog(page).getByLabel(invite.fromPaper, { exact: true }).pressSequentially('1111111111111111');
    await button(dialog(page), ways.prove).click();
    await expect(dialog(page)).toContainText(invite.other);
  });
  expect(passphrase).not.toBe(first);
  await expect(rows(page)).toHaveCount(2);
  await closeDialog(page);
  await expect(second(page)).toHaveCount(0);
  for (const each of [passphrase, first]) {
    await lockDesk(page);
    await signIn(page, name, each);
  }
});

test('a browser that can’t is told of before anything is tried', async ({ page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    PublicKeyCredential.getClientCapabilities = async () => ({ 'extension:prf': false });
  });
  await join(page, 'en', nameOf('Cannot'));
  await second(page).click();
  await button(dialog(page), ways.addTouch).click();
  await expect(saidIn(dialog(page))).toContainText(ways.cannot);
  await expect(button(dialog(page), ways.touch)).toHaveCount(0);
});

test('a passkey that its device lost leaves the passphrase', async ({ page }) => {
  test.setTimeout(240_000);
  const device = await authenticatorOf(page);
  const name = nameOf('Lost');
  const passphrase = await withPasskey(page, name);
  expect(await device.credentials()).toHaveLength(1);
  await second(page).waitFor({ state: 'detached' });

  await lockDesk(page);
  await device.forget();
  await touchButton(page).click();
  await expect(page.getByRole('alert')).toContainText(touch.none, { timeout: 70_000 });
  await signIn(page, name, passphrase);
});

test('a passkey that was removed opens nothing, and no other session of the member stays open', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await authenticatorOf(page);
  // A browser that can't tell its device of it: the passkey stays there.
  await page.addInitScript(() => Reflect.deleteProperty(PublicKeyCredential, 'signalUnknownCredential'));
  const name = nameOf('Removed');
  const passphrase = await withPasskey(page, name);
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(page.url());
  await signIn(elsewhere, name, passphrase);

  await page.bringToFront();
  await page.locator('[data-action="menu"]').click();
  await button(page, ways.title).click();
  await rows(page).filter({ hasText: 'Duty telephone' }).getByRole('button').click();
  await rows(page).getByRole('button', { name: ways.removeYes }).click();
  await expect(dialog(page).getByRole('status')).toContainText(ways.removed);
  await expect(rows(page)).toHaveCount(1);
  await closeDialog(page);
  await expect(second(page)).toBeVisible();
  // It is told at its next poll, or as soon as it is looked at.
  await elsewhere.bringToFront();
  await expect(deskOn(elsewhere).signIn).toBeVisible({ timeout: 60_000 });
  await page.bringToFront();

  await lockDesk(page);
  await touchButton(page).click();
  await expect(page.getByRole('alert')).toContainText(touch.unknown);
  await signIn(page, name, passphrase);
});
