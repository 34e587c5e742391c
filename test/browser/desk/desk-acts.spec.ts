import { type Browser, expect, type Page } from '@playwright/test';
import { wallText } from '../../../src/desk/clock/brussels-time.ts';
import { counted, filled, ui } from '../../support/ui.ts';
import { deskOn, expectRowToSay, openRow, row } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { nameOf, openCase } from '../support/case.ts';
import { join } from '../support/member.ts';
import { refer, write } from '../support/refer.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');
const phone = { width: 360, height: 740 };
const wide = { width: 1280, height: 800 };

const step = (page: Page, name: string) => deskOn(page).sheet.getByRole('button', { name, exact: true });
const choose = (page: Page, name: string) => deskOn(page).sheet.getByText(name, { exact: true }).click();

/** A desk of its own with a member in it. */
async function deskOf(browser: Browser, name: string, viewport = wide): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await join(page, 'en', name);
  return page;
}

async function take(page: Page, id: string): Promise<void> {
  await openCase(page, id);
  await deskOn(page).take.click();
  await expect(deskOn(page).next).toBeVisible();
}

/** Opens the sheet of next steps at one of them. */
async function next(page: Page, name: string): Promise<void> {
  await deskOn(page).next.click();
  await step(page, name).click();
}

async function close(page: Page, outcome: keyof typeof en.outcome): Promise<void> {
  await next(page, en.next.close);
  await choose(page, en.outcome[outcome]);
  await step(page, en.next.closeIt).click();
  await expect(deskOn(page).reopen).toBeVisible();
}

const group = (page: Page, id: string) => page.locator(`[data-group] [data-referral="${id}"]`);

async function expectGroup(page: Page, id: string, name: string): Promise<void> {
  await expect(group(page, id)).toBeAttached();
  const found = group(page, id).locator('xpath=ancestor::section[@data-group]');
  await expect(found).toHaveAttribute('data-group', name);
}

test('a case is planned for later, waits, and calls when its time has come', async ({ browser, request }) => {
  test.setTimeout(240_000);
  const { id } = await refer(request);
  const page = await deskOf(browser, nameOf('Wait'));
  await take(page, id);
  await next(page, en.next.again);
  const soon = Math.ceil((Date.now() / 1000 + 20) / 60) * 60;
  await deskOn(page).sheet.getByLabel(en.next.own).fill(wallText(soon));
  await step(page, en.next.plan).click();
  await expect(deskOn(page).sheet).toHaveCount(0);
  await expectGroup(page, id, 'waiting');
  await expectRowToSay(page, id, en.next.look);
  await expect(page.getByRole('complementary', { name: en.next.title })).toContainText(en.next.look);
  await deskOn(page).back.click();
  const says = counted('en', en.alarm, 'due', 1);
  const due = deskOn(page).alarm.filter({ hasText: says });
  const danger = deskOn(page).alarm.filter({ hasNotText: says });
  // Danger of others, which stands before it, is looked at first.
  await expect(async () => {
    if ((await danger.count()) > 0) await danger.click({ timeout: 1000 });
    await expect(due).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 110_000 });
  await expectGroup(page, id, 'ours');
  await due.click();
  await next(page, en.next.done);
  await expectGroup(page, id, 'taken');
  await page.context().close();
});

test('a case goes to a colleague, who finds it as theirs; two at once see both versions', async ({
  browser,
  request,
}) => {
  test.setTimeout(240_000);
  const { id } = await refer(request);
  const [ana, bo] = [nameOf('Ana'), nameOf('Bo')];
  const [first, second] = [await deskOf(browser, ana, phone), await deskOf(browser, bo)];
  await take(first, id);
  await next(first, en.next.give);
  await choose(first, bo);
  await step(first, en.next.giveIt).click();
  await expect(first.locator('.head')).toContainText(filled(en.row.taken, { name: bo }));
  await deskOn(second).refresh.click();
  await expectRowToSay(second, id, en.row.mine);

  // From here on the second desk hears of the first only when it asks by itself.
  await openCase(second, id);
  await second.route('**/api/desk/threads?*', (route) => route.abort());
  await next(first, en.next.back);
  await expect(deskOn(first).take).toBeVisible();
  await next(second, en.next.urgency);
  await choose(second, en.urgency.today);
  await deskOn(second).sheet.getByLabel(en.next.why).fill('The landlord comes tonight');
  await step(second, en.next.setIt).click();
  const conflict = second.getByRole('alert').filter({ hasText: en.conflict.text });
  await expect(conflict.locator('[data-version="theirs"]')).toContainText(en.stand.nobody);
  await expect(conflict.locator('[data-version="wanted"]')).toContainText('The landlord comes tonight');
  await button(second, en.conflict.mine).click();
  await expect(conflict).toHaveCount(0);
  await expect(deskOn(second).take).toBeVisible();
  await expect(second.locator('#referral-title')).toContainText(en.urgency.today);
  for (const one of [first, second]) await one.context().close();
});

test('a case is closed, undone, closed, found in its month, and first again when the person writes', async ({
  browser,
  request,
}) => {
  test.setTimeout(240_000);
  const referral = await refer(request, { danger: 'yes' });
  const { id } = referral;
  const page = await deskOf(browser, nameOf('Close'));
  await take(page, id);
  await close(page, 'advice');
  await expect(page.locator('[data-value="ending"]')).toContainText(en.outcome.advice);
  await expect(deskOn(page).answer).toHaveCount(0);
  await deskOn(page).undo.click();
  await expect(deskOn(page).next).toBeVisible();
  await expect(row(page, id)).toBeVisible();
  await close(page, 'unreachable');
  await expect(row(page, id)).toHaveCount(0);

  await button(page, en.filter.closed).click();
  await expectGroup(page, id, 'closed');
  await openRow(page, id);
  await expect(page.locator('[data-value="ending"]')).toContainText(en.outcome.unreachable);
  await button(page, en.filter.all).click();

  await write(request, referral, 'And one thing more');
  await deskOn(page).refresh.click();
  await expectGroup(page, id, 'ours');
  await expectRowToSay(page, id, en.row.mine);
  await expectRowToSay(page, id, en.row.news);
  await page.context().close();
});

test('a case is taken while taking another waits for the network', async ({ browser, request }) => {
  test.setTimeout(180_000);
  const [slow, other] = [await refer(request), await refer(request)];
  const page = await deskOf(browser, nameOf('Slow'));
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(`**/api/desk/threads/${slow.id}/state`, async (route) => {
    await held;
    await route.continue();
  });
  await openCase(page, slow.id);
  await deskOn(page).take.click();
  await take(page, other.id);
  await expect(row(page, other.id)).toHaveAttribute('data-owner', 'me');
  await expect(row(page, slow.id)).toHaveAttribute('data-owner', 'nobody');
  goOn();
  await expect(row(page, slow.id)).toHaveAttribute('data-owner', 'me');
  await page.context().close();
});

test('a closed case is opened again by hand, and somebody under 18 is never put below today', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize(phone);
  const { id } = await refer(request, { age: 'minor' });
  await join(page, 'en', nameOf('Minor'));
  await take(page, id);
  await next(page, en.next.urgency);
  await expect(deskOn(page).sheet).toContainText(en.next.minor);
  await expect(deskOn(page).sheet.getByRole('radio')).toHaveCount(2);
  await step(page, en.next.cancel).click();
  await close(page, 'junk');
  await deskOn(page).reopen.click();
  await expect(deskOn(page).next).toBeVisible();
  await expect(page.locator('.head')).toContainText(en.row.mine);
});
