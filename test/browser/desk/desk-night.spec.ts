import { expect, type Page } from '@playwright/test';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sentence, ui } from '../../support/ui.ts';
import { deskOn, expectRowToSay, openRow, row, rowInSight, sendAnswer } from '../parts/desk.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { join } from '../support/member.ts';
import { refer, remove, sendJunk, write } from '../support/refer.ts';
import { test } from '../support/test.ts';

const nameOf = (who: string) => `${who} ${randomId().replace(/[^A-Za-z0-9]/g, 'x')}`;
const take = (page: Page) => deskOn(page).take;
const en = ui('en', 'desk');
const phone = { width: 360, height: 740 };

async function refresh(page: Page): Promise<void> {
  const listed = page.waitForResponse('**/api/desk/threads*');
  // The list may be away beside an open case; its button is there all the same.
  await deskOn(page).refresh.evaluate((button: HTMLElement) => button.click());
  await listed;
}

async function open(page: Page, id: string): Promise<void> {
  await openRow(page, id);
  await expect(deskOn(page).answer).toBeVisible();
}

/** Counts the tones that the page plays, from before it begins. */
async function listen(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    Reflect.set(window, 'tones', 0);
    OscillatorNode.prototype.start = function (when?: number) {
      Reflect.set(window, 'tones', Number(Reflect.get(window, 'tones')) + 1);
      start.call(this, when);
    };
  });
  return () => page.evaluate(() => Number(Reflect.get(window, 'tones')));
}

test('danger that nobody has stands first, taken danger is calm, and both say it without colour', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize(phone);
  const [taken, calm] = [await refer(request, { danger: 'yes' }), await refer(request, { age: 'minor' })];
  for (let junk = 0; junk < 5; junk++) expect((await sendJunk(request)).status).toBe(201);
  const danger = await refer(request, { danger: 'yes', age: 'minor', speaks: 'ar' });
  await join(page, 'en', nameOf('Order'));
  const above = await row(page, danger.id).evaluate((found) =>
    [...document.querySelectorAll('[data-referral]')]
      .slice(0, [...document.querySelectorAll('[data-referral]')].indexOf(found))
      .map((one) => one.getAttribute('data-alarm')),
  );
  expect(above.every((alarm) => alarm === 'true')).toBe(true);
  await expect(row(page, calm.id)).toHaveAttribute('data-alarm', 'false');

  await open(page, taken.id);
  await take(page).click();
  await expect(deskOn(page).undo).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(page, taken.id)).toBeFocused();
  await expect(row(page, taken.id)).toHaveAttribute('data-alarm', 'false');
  await expectRowToSay(page, taken.id, en.row.mine);
  const looks = async (id: string) =>
    (await rowInSight(page, id)).evaluate((found) => {
      const urgency = found.querySelector('.row-urgency');
      const mark = found.querySelector('.mark path');
      return [
        getComputedStyle(found).backgroundColor,
        urgency && getComputedStyle(urgency).color,
        mark && getComputedStyle(mark).fill,
      ];
    });
  const [alarm, quiet] = [await looks(danger.id), await looks(taken.id)];
  for (const at of [0, 1, 2]) expect(alarm[at]).not.toBe(quiet[at]);
  await page.emulateMedia({ forcedColors: 'active' });
  expect((await looks(danger.id))[2]).not.toBe((await looks(taken.id))[2]);
  await page.emulateMedia({ forcedColors: 'none' });
  await expectNoBarriers(page);
});

test('a double tap opens and does not take; what was taken can be given back for half a minute', async ({
  browser,
  request,
}) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const { id } = await refer(request, { danger: 'yes' });
  await join(page, 'en', nameOf('Tap'));
  // Within the page: how long a test takes on its way there says nothing of two taps of a thumb.
  const tapTwice = (pause: number) =>
    page.evaluate(
      async ([referral, time]) => {
        document.querySelector<HTMLElement>(`[data-referral="${referral}"]`)?.click();
        const button = () => document.querySelector<HTMLElement>('[data-action="take"]');
        const end = performance.now() + 20_000;
        while (!button()) {
          if (performance.now() > end) throw new Error('The case did not open.');
          await new Promise((drawn) => requestAnimationFrame(drawn));
        }
        await new Promise((over) => setTimeout(over, Number(time)));
        button()?.click();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 't', bubbles: true }));
      },
      [id, String(pause)],
    );
  await expect(row(page, id)).toBeVisible();
  for (const pause of [0, 120, 250, 400]) {
    await tapTwice(pause);
    await deskOn(page).back.tap();
    await refresh(page);
    await expect(row(page, id)).toHaveAttribute('data-owner', 'nobody');
  }
  await open(page, id);
  await take(page).tap();
  const undo = deskOn(page).undo;
  await expect(undo).toBeVisible();
  await refresh(page);
  await expect(row(page, id)).toHaveAttribute('data-owner', 'me');
  await undo.tap();
  await expect(take(page)).toBeVisible();
  await expect(row(page, id)).toHaveAttribute('data-owner', 'nobody');
  await expect(page.locator('.head .row-time')).toContainText(
    new RegExp([en.time.left, en.time.overdue].map((words) => sentence(words).source).join('|')),
  );
  await context.close();
});

test('new danger is seen over an open case and heard, moves nothing, and can be silenced', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize(phone);
  const tones = await listen(page);
  const { id } = await refer(request, { story: 'A long story.\n'.repeat(80) });
  await join(page, 'en', nameOf('Ear'));
  await open(page, id);
  await page.evaluate(() => scrollTo(0, 400));
  const where = () => deskOn(page).answer.evaluate((box) => box.getBoundingClientRect().top);
  const [before, heard] = [await where(), await tones()];
  const first = await refer(request, { danger: 'yes' });
  await refresh(page);
  const bar = deskOn(page).alarm;
  await expect(bar).toContainText(sentence(en.alarm.new_other));
  await expect(bar).toBeInViewport();
  await expect.poll(tones).toBeGreaterThan(heard);
  expect(await where()).toBe(before);
  await expect(page).toHaveTitle(sentence(en.alarm.title, { count: '\\d+' }));

  await page.locator('.alarm-sound').click();
  const silent = await tones();
  await refer(request, { danger: 'yes' });
  await refresh(page);
  expect(await tones()).toBe(silent);
  // Other tests send danger too: what was opened is no longer new, and one is opened after the other.
  for (let left = 0; left < 100 && (await bar.count()) > 0; left++) await bar.click();
  await expect(bar).toHaveCount(0);
  expect(await page.title()).toBe(en.title);
  expect(await remove(request, first)).toBeLessThan(300);
});

test('an open desk asks and rings also while its page is hidden', async ({ page, request }) => {
  test.setTimeout(120_000);
  const tones = await listen(page);
  await page.clock.install();
  await join(page, 'en', nameOf('Hidden'));
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(page.locator('#desk')).toBeHidden();
  await refer(request, { danger: 'yes' });
  const heard = await tones();
  const listed = page.waitForResponse('**/api/desk/threads*');
  await page.clock.runFor(21_000);
  await listed;
  await expect.poll(tones).toBeGreaterThan(heard);
  expect(await page.title()).toContain('!');
});

test('what cannot be opened is folded, thrown away after a question, and brought back', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const junk = await Promise.all(Array.from({ length: 4 }, () => sendJunk(request)));
  expect(junk.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect((await sendJunk(request, { keyId: new Uint8Array(8).fill(3) })).status).toBe(400);
  await page.setViewportSize(phone);
  await join(page, 'nl', nameOf('Bak'));
  const fold = page.locator('.junk summary');
  await expect(fold).toContainText(sentence(ui('nl', 'desk').group.junk));
  await expect(row(page, junk[0]?.id ?? '')).toHaveCount(0);
  await fold.click();
  await openRow(page, junk[0]?.id ?? '');
  await expect(take(page)).toHaveCount(0);
  await page.keyboard.press('Escape');

  await deskOn(page).throw.click();
  const confirm = deskOn(page).throwConfirm;
  await confirm.evaluate((button: HTMLElement) => button.click());
  await expect(page.getByRole('dialog')).toBeVisible();
  await confirm.click();
  const back = deskOn(page).bringBack.first();
  await expect(back).toBeVisible();
  for (const { id } of junk) await expect(row(page, id)).toHaveCount(0);
  await back.click();
  await expect(fold).toBeVisible();
  if ((await page.locator('.junk details').getAttribute('open')) === null) await fold.click();
  await expect(row(page, junk[0]?.id ?? '')).toBeVisible();
});

test('what the person deleted leaves the screen, and nothing is sent', async ({ page, request }) => {
  test.setTimeout(120_000);
  const story = `Only here ${randomId()}`;
  const [polled, sent] = [await refer(request, { story }), await refer(request, { story })];
  await page.setViewportSize({ width: 1280, height: 800 });
  await join(page, 'en', nameOf('Gone'));
  const deleted = page.getByText(en.referral.deleted);

  await open(page, polled.id);
  await expect(page.locator('[data-value="story"]')).toHaveText(story);
  expect(await write(request, polled, 'and more')).toBe(201);
  expect(await remove(request, polled)).toBeLessThan(300);
  await refresh(page);
  await expect(deleted).toBeVisible();
  expect(await page.locator('#desk').innerHTML()).not.toContain(story);
  // That it was, and that it had been read, stays to be seen.
  const gone = page.locator('[data-group="gone"]');
  await expect(gone.locator('summary')).toBeVisible();
  await expect(gone.getByText(sentence(en.gone.read)).first()).toBeAttached();

  await open(page, sent.id);
  expect(await remove(request, sent)).toBeLessThan(300);
  await deskOn(page).answer.fill('We are coming');
  await sendAnswer(page);
  await expect(deleted).toBeVisible();
  expect(await page.locator('#desk').innerHTML()).not.toContain(story);
  await expect(row(page, sent.id)).toHaveCount(0);
});
