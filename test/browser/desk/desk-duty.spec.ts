import { expect, type Page } from '@playwright/test';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { filled, sentence, ui } from '../../support/ui.ts';
import { fromMenu } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf } from '../support/case.ts';
import { join } from '../support/member.ts';
import { ownStore } from '../support/own-store.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');
const dialog = (page: Page) => page.getByRole('dialog', { name: en.duty.title, exact: true });

/** Writes down that a member's telephone was just heard to ring. */
const prove = (name: string) => {
  const at = Math.floor(Date.now() / 1000);
  return ownStore(
    `INSERT INTO bell_ways (id, member_id, channel, made_at, proved_at, address)
       SELECT ?, id, 'push', ?, ?, x'00' FROM members WHERE name = ?`,
    ...[randomId(), at, at, name],
  );
};

for (const [width, height] of [
  [360, 740],
  [1280, 800],
] as const) {
  test(`duty is taken over in two taps by whoever has shown that their telephone rings, at ${width}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    const name = nameOf('Duty');
    await join(page, 'en', name);
    await fromMenu(page, en.duty.title);
    await expectNoBarriers(page);
    await button(dialog(page), en.duty.take.first).click();
    await expect(dialog(page).getByText(en.duty.unproved)).toBeVisible();
    await page.keyboard.press('Escape');

    await prove(name);
    await fromMenu(page, en.duty.title);
    await expect(async () => {
      await button(dialog(page), en.duty.take.first).click({ timeout: 1000 });
      await expect(dialog(page).getByText(en.duty.unproved)).toHaveCount(0, { timeout: 1000 });
    }).toPass();
    const until = dialog(page).getByRole('button', { name: sentence(en.duty.until, { time: '.+' }) });
    await until.first().click();
    await expect(dialog(page).getByText(en.duty.given)).toBeVisible();
    await expect(dialog(page).locator('[data-rank="first"]')).toContainText(name);
    await page.keyboard.press('Escape');
    await expect(page.getByText(filled(en.duty.line.first, { name }))).toBeVisible();
  });
}

test('the plan is a table in which a row is changed, and a time without anybody is red', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const name = nameOf('Plan');
  await join(page, 'en', name);
  await fromMenu(page, en.duty.title);
  await expect(dialog(page).locator('[data-gap="true"]').first()).toBeVisible();
  await button(dialog(page), en.duty.add).click();
  await dialog(page).getByLabel(en.duty.rank, { exact: true }).selectOption({ label: en.duty.backup });
  await dialog(page).getByLabel(en.duty.who, { exact: true }).selectOption({ label: name });
  await dialog(page).getByLabel(en.duty.days, { exact: true }).fill('3');
  await expectNoBarriers(page);
  await button(dialog(page), en.duty.give).click();
  await expect(dialog(page).getByText(en.duty.given)).toBeVisible();
  await expect(dialog(page).getByRole('table').getByText(name, { exact: true })).toHaveCount(3);
  await dialog(page).getByRole('table').getByText(name, { exact: true }).first().click();
  await dialog(page).getByLabel(en.duty.who, { exact: true }).selectOption({ label: en.duty.nobody });
  await button(dialog(page), en.duty.give).click();
  await expect(dialog(page).getByRole('table').getByText(name, { exact: true })).toHaveCount(2);
});
