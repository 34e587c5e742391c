import { expect, type Page } from '@playwright/test';
import { counted, sentence, ui } from '../../support/ui.ts';
import { deskOn, fromMenu, row } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { drillFrom, rungMember } from '../support/drill.ts';
import { join } from '../support/member.ts';
import { ownStore } from '../support/own-store.ts';
import { refer as referWith } from '../support/refer.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');
const phone = { width: 360, height: 740 };
const MINUTE = 60;
const seconds = () => Math.floor(Date.now() / 1000);

// One after the other: every open desk sees each drill.
test.describe.configure({ mode: 'default' });

test('a drill is begun and ended at the desk, and is a case at none, not even when it is gone', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize(phone);
  await join(page, 'en', nameOf('Drill'));
  await fromMenu(page, en.ring.title);
  const sent = page.waitForRequest(
    (asked) => asked.method() === 'POST' && asked.url().includes('/api/referrals/'),
  );
  await button(page, en.drill.begin).click();
  const id = (await sent).url().split('/').at(-1) ?? '';
  const drill = page.locator('[data-drill]');
  await expect(drill).toHaveAttribute('data-drill', 'runs');
  await expect(drill).toContainText(sentence(en.drill.runs, { time: '.+' }));
  await expectNoBarriers(page);

  // A colleague sees that one runs, and no case.
  const other = await browser.newContext({ viewport: phone });
  const colleague = await other.newPage();
  await join(colleague, 'en', nameOf('Beside'));
  await fromMenu(colleague, en.ring.title);
  await expect(colleague.locator('[data-drill="runs"]')).toBeVisible();
  await expect(row(colleague, id)).toHaveCount(0);

  await button(page, en.drill.end).click();
  await expect(drill).toHaveAttribute('data-drill', 'rests');
  await expect(drill).toContainText(en.drill.over);
  // The one bell of all these tests may be ringing for their referrals already, and then rings for no trial: what one measures
  // is shown where a bell has nothing else to ring for (test/house/bell/daily-drill.test.ts).
  await expect(drill).toContainText(en.drill.nobody);
  const took = sentence(en.drill.tookWebhook_other, { count: '\\d+' });
  for (const one of await drill.locator('[data-rang="webhook"]').all()) await expect(one).toContainText(took);
  await page.keyboard.press('Escape');
  await expect(row(page, id)).toHaveCount(0);

  // Nor does one that is opened afterwards read of something that the person deleted.
  const later = await other.newPage();
  await join(later, 'en', nameOf('Later'));
  await fromMenu(later, en.ring.title);
  const went = [en.drill.well, en.drill.unwell].map((words) => sentence(words, { time: '.+' }).source);
  const rests = later.locator('[data-drill="rests"]');
  await expect(rests).toContainText(new RegExp(went.join('|')));
  expect(await later.content()).not.toContain(id);
  await other.close();
});

test('a flood of rings is said above the list, and takes no room from a case', async ({ page, request }) => {
  test.setTimeout(120_000);
  await page.route('**/api/desk/bell', (route) =>
    route.fulfill({ json: { ok: true, now: Math.floor(Date.now() / 1000), flood: true } }),
  );
  await join(page, 'en', nameOf('Flood'));
  await page.setViewportSize(phone);
  const said = page.getByRole('status').filter({ hasText: en.bell.flood });
  await expect(said).toBeVisible();
  await openCase(page, await refer(request));
  await expect(said).toBeHidden();
});

test('danger is seen over a call, on the icon too, and opens from there', async ({ page, request }) => {
  test.setTimeout(120_000);
  await page.setViewportSize(phone);
  await page.addInitScript(() => {
    Reflect.set(window, 'badge', []);
    const note = (what: string) => async () => void (Reflect.get(window, 'badge') as string[]).push(what);
    Object.assign(Navigator.prototype, { setAppBadge: note('on'), clearAppBadge: note('off') });
  });
  const { id } = await referWith(request, {
    answer: { way: 'call', number: '0488 12 34 56', times: ['any'] },
  });
  await join(page, 'en', nameOf('Calls'));
  await openCase(page, id);
  await deskOn(page).reveal.click();
  await deskOn(page).callElsewhere.click();
  await expect(deskOn(page).callBack).toBeVisible();
  await referWith(request, { danger: 'yes' });
  const asked = page.waitForResponse('**/api/desk/threads*');
  await deskOn(page).refresh.evaluate((found: HTMLElement) => found.click());
  await asked;
  const { alarm } = deskOn(page);
  await expect(alarm).toBeInViewport();
  expect(await page.evaluate(() => Reflect.get(window, 'badge').at(-1))).toBe('on');
  for (let left = 0; left < 20 && (await alarm.count()) > 0; left++) await alarm.click();
  await expect(deskOn(page).callBack).toHaveCount(0);
  await expect(page.locator('.desk')).toHaveAttribute('data-calling', 'false');
  expect(await page.evaluate(() => Reflect.get(window, 'badge').at(-1))).toBe('off');
});

const isStored = async (id: string) => (await ownStore('SELECT 1 FROM threads WHERE id = ?', id)).length > 0;

test('a drill that nobody has ended ends by itself at an open desk after a quarter of an hour, and no sooner', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const [over, runs] = [
    await drillFrom(request, seconds() - 15 * MINUTE),
    await drillFrom(request, seconds() - 12 * MINUTE),
  ];
  await join(page, 'en', nameOf('Ends'));
  await expect.poll(() => isStored(over.id), { timeout: 60_000 }).toBe(false);
  // Both came at once: the one was seen as the other was.
  await fromMenu(page, en.ring.title);
  await expect(page.locator('[data-drill="runs"]')).toBeVisible();
  expect(await isStored(runs.id)).toBe(true);
  await runs.end();
});

/** What the screen of the alarm says of a member in a trial, a line a way. */
const rowsOf = (page: Page, name: string) =>
  page.locator('[data-rang]').filter({ has: page.getByRole('heading', { name, exact: true }) });

test('a drill shows of each member and way after how many seconds it rang, arrived and was answered', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const name = nameOf('Rung');
  await join(page, 'en', name);
  const from = seconds() - MINUTE;
  const forget = await rungMember(name, from, [
    { channel: 'push', rung: 1, arrived: 3, proved: 7 },
    { channel: 'call', rung: 20 },
    // A trial of a member's own, and what rang before: neither is of this drill.
    { channel: 'call', rung: 30, trial: 1 },
    { channel: 'call', rung: -5, proved: -2 },
  ]);
  const drill = await drillFrom(request, from);
  try {
    await fromMenu(page, en.ring.title);
    const said = (key: string, count: number) => counted('en', en.drill, key, count);
    await expect(rowsOf(page, name).getByRole('paragraph')).toHaveText(
      [
        [said('push', 1), said('arrived', 3), said('answered', 7)].join(' · '),
        [said('call', 20), en.drill.unanswered].join(' · '),
      ],
      { timeout: 40_000 },
    );
  } finally {
    await drill.end();
    await forget();
  }
});
