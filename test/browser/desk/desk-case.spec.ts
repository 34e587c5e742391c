import { expect, type Page } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { testDesk } from '../../../tools/test/test-site.ts';
import { filled, sentence, ui } from '../../support/ui.ts';
import { deskOn, openRow, row, theirs } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { join } from '../support/member.ts';
import { expectInOrder } from '../support/number-order.ts';
import { ask, refer, write } from '../support/refer.ts';
import { test } from '../support/test.ts';

const nameOf = (who: string) => `${who} ${randomId().replace(/[^A-Za-z0-9]/g, 'x')}`;
const en = ui('en', 'desk');
const phone = { width: 360, height: 740 };
const value = (page: Page, name: string) => page.locator(`[data-value="${name}"]`);

async function open(page: Page, id: string): Promise<void> {
  if ((await deskOn(page).back.count()) > 0) await page.keyboard.press('Escape');
  await openRow(page, id);
  await expect(deskOn(page).answer).toBeVisible();
}

test('the first screen of a case says who, under 18, language, contact, where and what', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const { id } = await refer(request, {
    danger: 'yes',
    age: 'minor',
    speaks: 'ar',
    answer: { way: 'call', number: '0488 12 34 56', times: ['night'], otherVoice: 'hang-up' },
    happening: ['watched', 'hurt'],
    place: 'Anderlecht',
    story: 'He sleeps. I can talk.\n'.repeat(60),
  });
  await page.setViewportSize(phone);
  await join(page, 'nl', nameOf('Eerst'));
  const listed = row(page, id).locator('.reference');
  const reference = await listed.innerText();
  expect(reference).toMatch(/^[23456789CDFHJKMNPQRTVWXY]{4,}$/);
  await open(page, id);
  await expect(value(page, 'reference')).toHaveText(reference);
  await expect(value(page, 'age')).toHaveText(ui('nl', 'desk').age.minor);
  await expect(page.locator('.head .row-time')).toHaveText(sentence(ui('nl', 'desk').time.left));
  for (const name of ['who', 'age', 'speaks', 'answer', 'place', 'happening', 'reference']) {
    await expect(value(page, name)).toBeInViewport({ ratio: 1 });
  }
  const bar = await page.locator('.bar').boundingBox();
  for (const name of ['answer', 'place', 'happening']) {
    const box = await value(page, name).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  }
  await expect(value(page, 'minor-help')).toContainText('Esperanto');

  // What is long is folded: the box to answer in is not far below.
  const story = value(page, 'story');
  expect((await story.boundingBox())?.height).toBeLessThan(320);
  await page.locator('.typed-fold').click();
  expect((await story.boundingBox())?.height).toBeGreaterThan(1000);

  // On its side, and with letters of twice the size, what can be done stays in sight.
  for (const size of [{ width: 740, height: 360 }, phone]) {
    await page.setViewportSize(size);
    if (size === phone) {
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    }
    const { lock, back, take } = deskOn(page);
    for (const control of [lock, back, take]) {
      await expect(control).toBeInViewport({ ratio: 1 });
    }
    const height = (await page.locator('.bar').boundingBox())?.height ?? 0;
    expect(height).toBeLessThan(size === phone ? 150 : 70);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  }
});

test('what a professional typed stands behind its label where there is room, and below it where there is none', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const sector = 'A restaurant, with the rooms for the cooks above the kitchen';
  const work = { service: 'Inspectie', consent: 'agreed', people: 5, minors: 2, sector } as const;
  const { id } = await refer(request, { who: 'work', when: 'advice', work });
  await page.setViewportSize(phone);
  await join(page, 'en', nameOf('Behind'));
  await open(page, id);
  const answer = (name: string) => page.locator('.answers').locator(value(page, name));
  /** Whether the label of a value ends on the line on which the value begins. */
  const isBehind = (name: string) =>
    answer(name).evaluate((element) => {
      const label = document.createRange();
      label.setStartBefore(element.parentElement?.firstChild ?? element);
      label.setEndBefore(element);
      const last = [...label.getClientRects()].at(-1);
      return (last?.bottom ?? 0) > element.getBoundingClientRect().top + 1;
    });
  for (const name of ['people', 'minors']) expect([name, await isBehind(name)]).toEqual([name, true]);
  expect(await isBehind('sector')).toBe(false);
  // It is still in its box.
  const whole = await value(page, 'sector').evaluate((box) => box.scrollWidth <= box.clientWidth);
  expect(whole).toBe(true);
});

test('only the open case is printed', async ({ page, request }) => {
  test.setTimeout(120_000);
  const other = await refer(request, { place: 'Somewhere else' });
  const { id } = await refer(request, { place: 'Anderlecht', story: 'In my own words.\n'.repeat(40) });
  await page.setViewportSize({ width: 1280, height: 800 });
  await join(page, 'en', nameOf('Paper'));
  await open(page, id);
  await deskOn(page).answer.fill('a draft for nobody');
  await page.emulateMedia({ media: 'print' });
  await expect(value(page, 'place')).toBeVisible();
  await expect(value(page, 'reference')).toBeVisible();
  for (const away of [
    '.top',
    '.list',
    '.bar',
    '.alarm-bar',
    '.alerts',
    '.answer-box',
    `[data-referral="${other.id}"]`,
  ]) {
    await expect(page.locator(away)).toBeHidden();
  }
  await expect(page.locator('#desk button').filter({ visible: true })).toHaveCount(0);
  expect((await value(page, 'story').boundingBox())?.height).toBeGreaterThan(700);
});

test('hostile text stays in its box and steers nothing, in every field', async ({ page, request }) => {
  test.setTimeout(180_000);
  const marks = `x${'\u0301'.repeat(90)}`;
  const spoof = (limit: number) => `\u202eASA-GAP\u202c ${marks}`.slice(0, limit);
  const referral = await refer(request, {
    speaks: 'other',
    speaksOther: spoof(60),
    place: spoof(100),
    callName: spoof(40),
    story: `\u202eevil\u202c y${'\u0301'.repeat(1980)}`.slice(0, 2000),
  });
  await write(request, referral, `\u202eevil\u202c${'\n'.repeat(1990)}`);
  const asked = await ask(request, {
    organisation: spoof(120),
    name: spoof(80),
    reply: spoof(120),
    text: `\u202eevil\u202c z${'\u0301'.repeat(1000)}`,
  });
  await page.setViewportSize(phone);
  await join(page, 'en', nameOf('Mark'));
  const drawn = (name: string) => value(page, name).evaluate((found: HTMLElement) => found.innerText);
  const check = async (name: string) => {
    expect(await drawn(name)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(await drawn(name)).not.toMatch(/\u0301{5}/);
    const clipped = await value(page, name).evaluate((found) => {
      const style = getComputedStyle(found);
      return [style.overflowY !== 'visible', style.contain.includes('paint')];
    });
    expect(clipped).toEqual([true, true]);
  };
  await open(page, referral.id);
  for (const name of ['place', 'callName', 'story']) await check(name);
  await expect(page.locator('.head-who .typed-mark').first()).toHaveText(en.typed.hidden);
  const place = page.locator('dd').filter({ has: value(page, 'place') });
  await expect(place).toContainText(en.typed.hidden);
  await expect(place).toContainText(en.typed.crowded);
  const message = theirs(page);
  await expect(message).toContainText(en.typed.hidden);
  expect((await message.boundingBox())?.height).toBeLessThan(500);
  await open(page, asked.id);
  for (const name of ['organisation', 'name', 'reply', 'text']) await check(name);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

test('what is shown is what is dialled; what costs or hides something is never one tap away', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const call = (number: string) => refer(request, { answer: { way: 'call', number, times: ['any'] } });
  const good = await call('\u2068+32 0488 12 34 56\u2069');
  const foreign = await call('+40 721 234 567');
  const bad = [
    [await call('0470 \u202e65\u202c34 12'), en.number.hidden],
    [await call('\u202e654321 8840'), en.number.hidden],
    [await call('0903 12 345'), en.number.paid],
    [await call('+882 16 1234567'), en.number.paid],
    [await call('02 511 64 64 / 0488 12 34 56'), en.number.unclear],
  ] as const;
  await page.setViewportSize(phone);
  await join(page, 'en', nameOf('Digit'));
  const reveal = async (id: string) => {
    await open(page, id);
    await deskOn(page).reveal.click();
    await expect(value(page, 'number')).toBeVisible();
  };
  const link = page.locator('[data-action="call"]');
  for (const [{ id }, dialled, about] of [
    [good, '+32488123456', filled(en.number.place, { country: 'Belgium', kind: en.number.mobile })],
    [foreign, '+40721234567', filled(en.number.place, { country: 'Romania', kind: en.number.mobile })],
  ] as const) {
    await reveal(id);
    await expect(value(page, 'dialled')).toHaveText(dialled);
    await expect(value(page, 'dialled')).toHaveCSS('direction', 'ltr');
    await expect(link).toHaveAttribute('href', `tel:${dialled}`);
    await expect(value(page, 'number-about')).toHaveText(about);
  }
  for (const [{ id }, about] of bad) {
    await reveal(id);
    await expect(value(page, 'number-about')).toContainText(about);
    await expect(page.locator('a[href^="tel:"]').filter({ visible: true })).toHaveCount(0);
  }
});

test('the contact guard stays shut where this device and the worker differ on the time', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const { id } = await refer(request, { answer: { way: 'call', number: '0488 12 34 56', times: ['any'] } });
  await page.setViewportSize(phone);
  let ahead = 8 * 3600;
  await page.route('**/api/desk/threads*', async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    await route.fulfill({ response, json: { ...json, now: json.now + ahead } });
  });
  await join(page, 'en', nameOf('Clock'));
  for (const lie of [8 * 3600, -8 * 3600, 400]) {
    ahead = lie;
    const listed = page.waitForResponse('**/api/desk/threads*');
    await deskOn(page).refresh.evaluate((button: HTMLElement) => button.click());
    await listed;
    await open(page, id);
    await deskOn(page).reveal.click();
    const guard = page.getByRole('dialog');
    await expect(guard).toContainText(sentence(en.guard.clock));
    await expect(value(page, 'number')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(guard).toHaveCount(0);
  }
  ahead = 0;
  const listed = page.waitForResponse('**/api/desk/threads*');
  await deskOn(page).refresh.evaluate((button: HTMLElement) => button.click());
  await listed;
  await open(page, id);
  await deskOn(page).reveal.click();
  await expect(value(page, 'number')).toHaveText('0488 12 34 56');
});

test('the desk is not offered for translation, and shows no keys where there are none', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  for (const language of languages) {
    await page.goto(testDesk(language));
    await expect(page.locator('html')).toHaveAttribute('translate', 'no');
    await expect(page.locator('meta[name="google"]')).toHaveAttribute('content', 'notranslate');
  }
  await join(page, 'en', nameOf('Thumb'));
  await deskOn(page).menu.click();
  await expect(button(page, ui('en', 'desk').playbooks.title)).toBeVisible();
  await expect(button(page, ui('en', 'desk').help.title)).toBeHidden();
  await expect(deskOn(page).sound.first()).toBeVisible();
  await context.close();
});

test('a number among words that are read from the right stands in the order in which it is dialled', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const numbers = ['0488 12 34 56', '+32 (2) 511.64.64', '٠٤٨٨ ١٢ ٣٤ ٥٦'];
  const story = numbers.map((number) => `اتصلوا بي على ${number} في الليل`).join('\n');
  const { id } = await refer(request, { story });
  await join(page, 'en', nameOf('Order'));
  await open(page, id);
  expect(await value(page, 'story').textContent()).toBe(story);
  await expectInOrder(value(page, 'story'), numbers);
});
