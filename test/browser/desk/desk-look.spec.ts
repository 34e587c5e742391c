import { expect, type Page } from '@playwright/test';
import type { Referral } from '../../../src/protocol/items/kinds/referral.ts';
import { filled, sentence, ui } from '../../support/ui.ts';
import { deskOn, row, rowInSight } from '../parts/desk.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase } from '../support/case.ts';
import { join, signIn } from '../support/member.ts';
import { refer } from '../support/refer.ts';
import { test } from '../support/test.ts';

/** Pixels. */
const TALLEST_ROW = 96;

/** A case of which every line says as much as it can. */
const FULL: Partial<Referral> = {
  who: 'known',
  danger: 'yes',
  age: 'minor',
  speaks: 'other',
  speaksOther: 'Tigrinya, but not the one of the north',
  answer: { way: 'call-trusted', number: '0488 12 34 56', times: ['morning', 'night'] },
};

/** The buttons that call to be pressed, of those that can be seen on the desk. */
const loudest = (page: Page) => page.locator('.desk .primary').filter({ visible: true });

for (const [language, width, height] of [
  ['fr', 360, 740],
  ['nl', 740, 360],
  ['fr', 1024, 768],
  ['nl', 1280, 800],
  ['fr', 1920, 1080],
] as const) {
  test(`at ${width} × ${height} the act of the moment is the loudest, and rows are low`, async ({
    page,
    request,
  }) => {
    test.setTimeout(180_000);
    const { id } = await refer(request, FULL);
    await page.setViewportSize({ width, height });
    await join(page, language, nameOf('Looks'));
    const own = await rowInSight(page, id);
    const heights = await page
      .locator('#desk .row')
      .evaluateAll((rows) => rows.map((one) => one.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThanOrEqual(TALLEST_ROW);
    // What may not be missed of it is not cut off.
    for (const part of ['.row-urgency', '.row-time', '.minor', '.reference']) {
      const whole = await own.locator(part).evaluate((element) => element.scrollWidth <= element.clientWidth);
      expect([part, whole]).toEqual([part, true]);
    }
    await expect(loudest(page)).toHaveCount(0);
    // The head is one line: what is in it has the same middle.
    const middles = await page.locator('.top > *').evaluateAll((parts) =>
      parts.map((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return Math.round((top + bottom) / 2);
      }),
    );
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(2);

    // Danger that nobody has calls over the top, and leaves the menu in reach.
    await deskOn(page).menu.click();
    await page.keyboard.press('Escape');

    await openCase(page, id);
    await expect(loudest(page)).toHaveCount(1);
    await expect(deskOn(page).take).toBeInViewport({ ratio: 1 });
    await expect(deskOn(page).lock).toBeInViewport({ ratio: 1 });
    const beside = page.getByRole('complementary', { name: ui(language, 'desk').next.title, exact: true });
    if (width < 1024) return expect(beside).toBeHidden();
    await expect(beside).toBeInViewport({ ratio: 1 });
    await expect(own).toBeInViewport();
    // What is done stands under what it is done to, and not under what stands beside it.
    const [act, side] = [await deskOn(page).take.boundingBox(), await beside.boundingBox()];
    expect((act?.x ?? 0) + (act?.width ?? 0)).toBeLessThanOrEqual(side?.x ?? 0);
    await expectNoBarriers(page);
  });
}

test('at 360 a row says how many they are beside how many are under 18, and is no higher for it', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const work = { service: 'CPAS', consent: 'unasked', people: 5, minors: 2 } as const;
  const speaks = { speaks: 'other', speaksOther: 'Tigrinya, but not the one of the north' } as const;
  const { id } = await refer(request, { who: 'work', when: 'advice', ...speaks, work });
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page, 'fr', nameOf('Many'));
  const one = await rowInSight(page, id);
  const { people_other: people, minors_other: minors } = ui('fr', 'desk').row;
  for (const [words, count] of [
    [people, work.people],
    [minors, work.minors],
  ] as const) {
    const said = one.getByText(filled(words, { count }), { exact: true });
    const whole = await said.evaluate((element) => {
      const line = element.parentElement?.getBoundingClientRect();
      return (
        element.scrollWidth <= element.clientWidth &&
        element.getBoundingClientRect().right <= (line?.right ?? 0)
      );
    });
    expect([words, whole]).toEqual([words, true]);
  }
  const { height, rem } = await one.evaluate((element) => ({
    height: element.getBoundingClientRect().height,
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  }));
  expect(height).toBeCloseTo(Math.max(88, 4.05 * rem + 20), 1);
});

test('a row far down the list is as high before it is drawn as it is then', async ({ page, request }) => {
  test.setTimeout(180_000);
  const { id } = await refer(request, FULL);
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page, 'nl', nameOf('Far'));
  const one = await rowInSight(page, id);
  for (const size of ['100%', '200%']) {
    const far = await one.evaluate(async (element, fontSize) => {
      document.documentElement.style.fontSize = fontSize;
      const own = element.closest('li');
      const list = document.createElement('ul');
      list.className = 'rows';
      for (let at = 0; own && at < 60; at++) list.appendChild(own.cloneNode(true));
      for (const each of list.children) each.className = 'far';
      document.querySelector('.list')?.appendChild(list);
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const last = list.lastElementChild;
      const heights = [own, last].map((each) => each?.getBoundingClientRect().height);
      const laidOut = last?.firstElementChild?.checkVisibility({ contentVisibilityAuto: true });
      list.remove();
      return { heights, laidOut };
    }, size);
    expect(far.laidOut).toBe(false);
    expect(far.heights[1]).toBeCloseTo(far.heights[0] ?? 0, 1);
  }
});

test('a row far down the list says what its case is called, and all else when it comes near', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  for (let sent = 0; sent < 60; sent++) await refer(request, { danger: 'no' });
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page, 'en', nameOf('Near'));
  const far = page.locator('[data-group="ours"] .far > .row');
  await expect(far.last()).toHaveText(/^[23456789CDFHJKMNPQRTVWXY]{4,}$/);
  const id = (await far.last().getAttribute('data-referral')) ?? '';
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  const one = await rowInSight(page, id);
  for (const part of ['.row-urgency', '.row-time', '.row-line', '.reference'])
    await expect(one.locator(part)).not.toBeEmpty();
  expect(await height()).toBe(before);
  // It is not emptied again.
  await page.evaluate(() => scrollTo(0, 0));
  await expect(one.locator('.row-urgency')).toHaveCount(1);
});

test('with text twice as large nothing is pushed aside, and a case keeps room to be read', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const { id } = await refer(request, { danger: 'yes', speaks: 'ar' });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.fontSize = '200%';
    });
  });
  await join(page, 'fr', nameOf('Large'));
  await openCase(page, id);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const bar = await page.locator('.bar').boundingBox();
  const top = await page.locator('.top').boundingBox();
  expect((bar?.height ?? 740) + (top?.height ?? 740)).toBeLessThan(740 * 0.35);
});

test('in forced colours the state of a row is still in the picture', async ({ page, request }) => {
  test.setTimeout(180_000);
  const alarm = await refer(request, { danger: 'yes', speaks: 'ar' });
  const calm = await refer(request, { danger: 'no', speaks: 'nl' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ forcedColors: 'active' });
  await join(page, 'nl', nameOf('Forced'));
  const edge = (id: string) =>
    row(page, id).evaluate((element) => {
      const { borderInlineStartWidth, borderInlineStartStyle } = getComputedStyle(element);
      return `${borderInlineStartWidth} ${borderInlineStartStyle}`;
    });
  await expect(row(page, alarm.id)).toBeVisible();
  expect(await edge(alarm.id)).not.toBe(await edge(calm.id));
  await openCase(page, calm.id);
  await expectNoBarriers(page);
});

test('an empty list says when the alarm last worked, or that nobody knows whether it does', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const at = Math.floor(Date.now() / 1000);
  await page.route('**/api/desk/threads?*', (route) =>
    route.fulfill({ json: { ok: true, now: at, threads: [], gone: [], thrown: [], cursor: 1, more: false } }),
  );
  let works = true;
  await page.route('**/api/desk/bell', (route) =>
    works ? route.fulfill({ json: { ok: true, now: at, flood: false } }) : route.abort(),
  );
  const name = nameOf('Empty');
  const passphrase = await join(page, 'nl', name);
  const { list } = ui('nl', 'desk');
  await expect(page.getByText(list.empty)).toBeVisible();
  await expect(page.getByText(sentence(list.alarm, { time: '\\d\\d:\\d\\d' }))).toBeVisible();
  await deskOn(page).lock.click();
  works = false;
  await signIn(page, name, passphrase);
  await expect(page.getByText(list.unsure)).toBeVisible();
});
