import { type Browser, expect, type Page } from '@playwright/test';
import type { Person } from '../../../src/protocol/wire/api/people.ts';
import { anyAddress } from '../../../tools/bench/intake/any-address.ts';
import { testDesk } from '../../../tools/test/test-site.ts';
import { counted, filled, ui } from '../../support/ui.ts';
import { deskOn, fromMenu } from '../parts/desk.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf } from '../support/case.ts';
import { join } from '../support/member.ts';
import { test } from '../support/test.ts';

const words = ui('en', 'desk');

/** A browser of its own. Sign-ins are limited by address, and all tests come from one. */
async function another(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setExtraHTTPHeaders({ 'CF-Connecting-IP': anyAddress() });
  return page;
}

/** The line of a member in the screen of people, and that of an invitation which somebody of this name has opened. */
const lineOf = (page: Page, name: string) => page.locator('[data-standing]').filter({ hasText: name });
const invitationOf = (page: Page, name: string) =>
  page.locator('[data-invite="opened"]').filter({ hasText: name });

test('an administrator invites, both read the same five words, and only then does the desk open; who is suspended is out', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const [ann, bo] = [nameOf('Ann'), nameOf('Bo')];
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page, 'en', ann);
  await fromMenu(page, words.people.open);
  await expect(lineOf(page, ann)).toContainText(words.people.you);
  await expectNoBarriers(page);
  await page.getByRole('button', { name: words.people.invite, exact: true }).click();
  const code = (await page.locator('[data-value="code"]').textContent()) ?? '';
  expect(code).toMatch(/^\d{4}( \d{4}){3}$/);

  const second = await another(browser);
  await second.goto(testDesk('en'));
  await deskOn(second).invited.click();
  await deskOn(second).code.fill(code);
  await deskOn(second).name.fill(bo);
  await deskOn(second).openInvitation.click();
  await expect(deskOn(second).words).toHaveCount(5);
  const theirs = await deskOn(second).words.allTextContents();
  await expect(second.locator('[data-value="passphrase"]')).toHaveCount(0);

  const invitation = invitationOf(page, bo);
  await expect(invitation).toContainText(filled(words.people.waits, { name: bo }));
  await expect(invitation.locator('[data-value="words"] li')).toHaveText(theirs);
  await expectNoBarriers(page);
  await invitation.getByRole('button', { name: words.people.letIn, exact: true }).click();

  const shown = second.locator('[data-value="passphrase"]');
  await expect(shown).toHaveText(/^[a-z]{6}( [a-z]{6}){3}$/, { timeout: 30_000 });
  const passphrase = (await shown.textContent()) ?? '';
  await deskOn(second).written.click();
  await deskOn(second).passphrase.pressSequentially(passphrase);
  await deskOn(second).join.click();
  await expect(deskOn(second).lock.first()).toBeVisible({ timeout: 60_000 });

  const line = lineOf(page, bo);
  await expect(line).toContainText(words.people.role.member);
  await line.getByRole('button', { name: filled(words.people.changeOf, { name: bo }) }).click();
  await line.getByRole('button', { name: words.people.suspend, exact: true }).click();
  await expectNoBarriers(page);
  await line.getByRole('button', { name: words.people.suspend, exact: true }).click();
  await expect(line).toContainText(words.people.standing.suspended);
  // They come back as they were, or with nothing of what they had.
  await line.getByRole('button', { name: filled(words.people.changeOf, { name: bo }) }).click();
  for (const back of [words.people.letBack, words.people.newWay])
    await expect(line.getByRole('button', { name: back, exact: true })).toBeVisible();
  // What they did is still theirs.
  await page.keyboard.press('Escape');
  await fromMenu(page, words.audit.title);
  const suspended = page.locator('[data-did="suspended"]').filter({ hasText: ann });
  await expect(suspended).toContainText(filled(words.audit.did.suspended, { name: bo }));
  // At the next poll the desk of who is out is shut.
  await expect(deskOn(second).signIn).toBeVisible({ timeout: 60_000 });
});

test('a second look at a code is told to who invited, who takes it back', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const name = nameOf('Cor');
  await join(page, 'en', name);
  await fromMenu(page, words.people.open);
  await page.getByRole('button', { name: words.people.invite, exact: true }).click();
  const code = (await page.locator('[data-value="code"]').textContent()) ?? '';
  const taken = nameOf('Dirk');
  for (const [taker, refused] of [
    [taken, false],
    [nameOf('Eve'), true],
  ] as const) {
    const other = await another(browser);
    await other.goto(testDesk('en', code.replaceAll(' ', '')));
    await deskOn(other).name.fill(taker);
    await deskOn(other).openInvitation.click();
    if (refused) await expect(other.getByRole('alert')).toContainText(words.invite.seen);
    else await expect(deskOn(other).words).toHaveCount(5);
  }
  const invitation = invitationOf(page, taken);
  await expect(invitation).toContainText(counted('en', words.people, 'seen', 1));
  await invitation.getByRole('button', { name: words.people.withdraw, exact: true }).click();
  await expect(invitation).toHaveCount(0);
});

test('an open desk says when fewer than two can read, and no longer when two can', async ({ page }) => {
  test.setTimeout(180_000);
  await page.clock.install();
  await join(page, 'en', nameOf('Reads'));
  const few = page.getByRole('alert').filter({ hasText: words.people.few });
  await expect(few).toHaveCount(0);
  // As if all but one had left.
  await page.route('**/api/desk/people', async (route) => {
    const response = await route.fetch();
    const { people, ...rest } = await response.json();
    const reads = people.findIndex(({ standing, ways }: Person) => standing === 'active' && ways > 0);
    await route.fulfill({ response, json: { ...rest, people: [people[reads]] } });
  });
  await page.clock.runFor(125_000);
  await expect(few).toBeVisible();
  await page.unroute('**/api/desk/people');
  await page.clock.runFor(125_000);
  await expect(few).toHaveCount(0);
});
