import { expect, type Page } from '@playwright/test';
import { filled, sentence, ui } from '../../support/ui.ts';
import { deskOn, fromMenu, openRow, row } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase } from '../support/case.ts';
import { join } from '../support/member.ts';
import { refer } from '../support/refer.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');

const inDialog = (page: Page, name: string) => button(page.getByRole('dialog').last(), name);
/** What has just appeared can't be pressed for a moment. */
async function press(page: Page, name: string): Promise<void> {
  await expect(inDialog(page, name)).not.toHaveAttribute('aria-disabled', 'true');
  await inDialog(page, name).click();
}

async function closeCase(page: Page, id: string): Promise<void> {
  await openCase(page, id);
  await deskOn(page).take.click();
  await deskOn(page).next.click();
  await inDialog(page, en.next.close).click();
  await deskOn(page).sheet.getByText(en.outcome.advice, { exact: true }).click();
  await inDialog(page, en.next.closeIt).click();
  await expect(deskOn(page).reopen).toBeVisible();
}

for (const [width, height] of [
  [360, 740],
  [1280, 800],
] as const) {
  test(`a closed case says when it ends, and ends at once for who says so twice, at ${width}`, async ({
    page,
    request,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height });
    const { id } = await refer(request);
    await join(page, 'en', nameOf('Ends'));
    await closeCase(page, id);
    await deskOn(page).back.click();
    await button(page, en.filter.closed).click();
    await openRow(page, id);
    const end = page.getByRole('region', { name: en.end.label, exact: true });
    await expect(end).toContainText(sentence(en.end.day, { day: '\\d+ \\w+ \\d{4}' }));
    await expectNoBarriers(page);
    let asked = 0;
    page.on('request', (one) => {
      if (one.url().endsWith('/purge')) asked += 1;
    });
    await button(end, en.end.now).click();
    await press(page, en.end.yes);
    await inDialog(page, en.end.keep).click();
    expect(asked).toBe(0);
    await button(end, en.end.now).click();
    await press(page, en.end.yes);
    await press(page, en.end.confirm);
    await expect(page.getByRole('heading', { name: en.end.goneTitle, exact: true })).toBeVisible();
    expect(asked).toBe(1);
    await expect(page.locator('[data-value]')).toHaveCount(0);
    await deskOn(page).back.click();
    await expect(row(page, id)).toHaveCount(0);
  });
}

test('for how long things are kept is seen and set, within bounds, by the first of two', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const other = await (await browser.newContext()).newPage();
  const [ana, bo] = [nameOf('Ana'), nameOf('Bo')];
  await page.setViewportSize({ width: 360, height: 740 });
  const days = (one: Page) => one.getByRole('textbox', { name: en.retention.label, exact: true });
  for (const [one, name] of [
    [page, ana],
    [other, bo],
  ] as const) {
    await join(one, 'en', name);
    await fromMenu(one, en.retention.title);
    // Both have seen how it is, before either changes it.
    await expect(days(one)).toBeVisible();
  }
  await days(page).fill('900');
  await inDialog(page, en.retention.action).click();
  await expect(days(page)).toHaveAttribute('aria-invalid', 'true');
  await expectNoBarriers(page);
  await days(page).fill('60');
  await inDialog(page, en.retention.action).click();
  await expect(page.getByText(filled(en.retention.now, { days: 60 }))).toBeVisible();
  await expect(page.getByText(sentence(en.retention.by, { name: ana }))).toBeVisible();
  await days(other).fill('30');
  await inDialog(other, en.retention.action).click();
  await expect(other.getByText(filled(en.retention.changed, { days: 60 }))).toBeVisible();
  await days(other).fill('90');
  await inDialog(other, en.retention.action).click();
  await expect(other.getByText(filled(en.retention.now, { days: 90 }))).toBeVisible();
  // The answer to this one gets lost: what is so then is what was asked for, and no colleague's doing.
  await other.route('**/api/desk/retention', async (route) => {
    await route.fetch();
    await route.abort();
    await other.unroute('**/api/desk/retention');
  });
  await days(other).fill('75');
  await inDialog(other, en.retention.action).click();
  await expect(other.getByRole('dialog').getByRole('alert')).toBeVisible();
  await inDialog(other, en.retention.action).click();
  await expect(other.getByText(en.retention.saved)).toBeVisible();
  await other.context().close();
});
