import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { chromium, expect } from '@playwright/test';
import { chromiumLaunch } from '../../../tools/test/chromium.ts';
import { TEST_LOG, TEST_STATE, testDesk } from '../../../tools/test/test-site.ts';
import { sentence, ui } from '../../support/ui.ts';
import { deskOn } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf } from '../support/case.ts';
import { traces } from '../support/desk.ts';
import { invite, join, lockDesk } from '../support/member.ts';
import { addPaper } from '../support/second-paper.ts';
import { test } from '../support/test.ts';
import { filesBelow, placesOf } from '../support/traces.ts';

test('a passphrase is drawn and proved from paper: a sentence of one’s own does not get in', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(testDesk('nl', await invite()));
  await expectNoBarriers(page);
  await deskOn(page).name.fill(nameOf('O’Brien'));
  await deskOn(page).openInvitation.click();
  const shown = page.locator('[data-value="passphrase"]');
  const field = deskOn(page).passphrase;
  await expect(shown).toHaveText(/^[a-z]{6}( [a-z]{6}){3}$/, { timeout: 30_000 });
  await expectNoBarriers(page);
  const first = await shown.innerText();
  await deskOn(page).redraw.click();
  await expect(shown).not.toHaveText(first);
  const drawn = await shown.innerText();
  await deskOn(page).written.click();
  await expect(shown).toHaveCount(0);
  await expect(field).toBeFocused();
  // Hidden from who looks on, and nothing that a browser offers to save.
  await expect(field).toHaveAttribute('type', 'password');
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  await expectNoBarriers(page);

  let asked = 0;
  await page.route('**/api/desk/members', (route) => {
    asked += 1;
    return route.continue();
  });
  for (const own of ['passwordpassword', '1111111111111111', 'de leeuw van vlaanderen', first]) {
    await field.fill(own);
    await deskOn(page).join.click();
    await expect(page.getByText(ui('nl', 'desk').invite.other)).toBeVisible();
    await expect(field).toHaveValue('');
    await field.fill('x');
    await expect(field).toHaveValue('x');
  }
  expect(asked).toBe(0);
  await deskOn(page).readAgain.click();
  await expect(shown).toHaveText(drawn);
  await deskOn(page).written.click();
  await field.fill(drawn.toUpperCase());
  await deskOn(page).join.click();
  await expect(deskOn(page).lock).toBeVisible({ timeout: 60_000 });
  expect(asked).toBe(1);
  await expect(page.locator('.top-me')).toContainText("O'Brien");
});

test('a code alone opens nothing: who has it waits with five words, and whoever comes second is told', async ({
  page,
  context,
}) => {
  const code = await invite('left alone');
  await page.goto(testDesk('fr'));
  await deskOn(page).invited.click();
  await deskOn(page).code.fill('1234');
  await deskOn(page).name.fill(nameOf('Zoë'));
  await deskOn(page).openInvitation.click();
  const words = ui('fr', 'desk');
  await expect(page.getByText(words.invite.badCode)).toBeVisible();
  await deskOn(page).code.fill(code.replace(/(.{4})/g, '$1 '));
  await deskOn(page).openInvitation.click();
  await expect(deskOn(page).words).toHaveCount(5);
  await expectNoBarriers(page);
  await expect(page.getByText(words.words.waiting)).toBeVisible();
  await expect(page.locator('[data-value="passphrase"]')).toHaveCount(0);
  const stored = await context.storageState();
  expect(JSON.stringify([stored, page.url(), await traces(page)])).not.toContain(code);

  const second = await context.newPage();
  await second.goto(testDesk('fr', code));
  await deskOn(second).name.fill(nameOf('Eve'));
  await deskOn(second).openInvitation.click();
  await expect(second.getByRole('alert')).toContainText(words.invite.seen);
  await expect(deskOn(second).words).toHaveCount(0);
});

test('a name that looks like a colleague’s is refused with words that help, and leaves the invitation as it was', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const ann = nameOf('Ann');
  await join(page, 'en', ann);
  await lockDesk(page);
  const code = await invite();
  await page.goto(testDesk('en', code));
  const { nameTaken } = ui('en', 'desk').invite;
  const { name, openInvitation, words } = deskOn(page);
  const cyrillic = ann.replace('A', '\u0410');
  for (const alike of [cyrillic, cyrillic.toUpperCase(), ann]) {
    await name.fill(alike);
    const asked = page.waitForResponse('**/api/desk/invite');
    await openInvitation.click();
    expect((await asked).status()).toBe(409);
    await expect(page.getByText(nameTaken)).toBeVisible();
    await expect(name).toBeFocused();
    await expect(name).toHaveValue(alike);
    await expect(words).toHaveCount(0);
  }
  await expectNoBarriers(page);
  await expect(name).toHaveAccessibleDescription(new RegExp(sentence(nameTaken).source));
  await name.fill(nameOf('Anna'));
  await openInvitation.click();
  await expect(page.locator('[data-value="passphrase"]')).toBeVisible({ timeout: 30_000 });
});

test('neither the code that was typed nor a passphrase lies in the browser’s own files, or in ours', async () => {
  test.setTimeout(240_000);
  const profile = mkdtempSync(joinPath(tmpdir(), 'profile-'));
  try {
    const browser = await chromium.launchPersistentContext(profile, await chromiumLaunch());
    const page = await browser.newPage();
    const code = await invite();
    await page.goto(testDesk('en'));
    await deskOn(page).invited.click();
    await deskOn(page).code.pressSequentially(code);
    await deskOn(page).name.fill(nameOf('Typed'));
    await deskOn(page).openInvitation.click();
    const shown = page.locator('[data-value="passphrase"]');
    await expect(shown).toHaveText(/^[a-z]{6}( [a-z]{6}){3}$/, { timeout: 30_000 });
    const passphrase = await shown.innerText();
    await deskOn(page).written.click();
    await deskOn(page).passphrase.pressSequentially(passphrase);
    await deskOn(page).join.click();
    await expect(deskOn(page).lock).toBeVisible({ timeout: 60_000 });
    await button(page, ui('en', 'desk').ways.add).click();
    const second = await addPaper(page);
    await page.keyboard.press('Escape');
    await lockDesk(page);
    await page.evaluate(() => localStorage.setItem('control', 'winterkoninkje'));
    await page.waitForTimeout(500);
    await browser.close();
    const theirs = filesBelow(profile);
    for (const secret of [code, passphrase, second]) {
      expect(placesOf(secret, [...theirs, ...filesBelow(TEST_STATE), TEST_LOG])).toEqual([]);
    }
    expect(placesOf('winterkoninkje', theirs).length).toBeGreaterThan(0);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
