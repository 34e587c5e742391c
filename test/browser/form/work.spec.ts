import { expect, type Page } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { filled, ui } from '../../support/ui.ts';
import { choose, fill, formOn, reach, receipt, send } from '../parts/form.ts';
import { field, option } from '../parts/questions.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { expectSeenInForcedColours } from '../support/forced-colours.ts';
import { AT_WORK, fillWork } from '../support/reporter.ts';
import { test } from '../support/test.ts';
import { stored } from '../support/worker-answers.ts';

const en = ui('en', 'work');

/** The questions by which the person could be named, and those by which they could be found. */
const naming = (page: Page) => page.locator('[data-field="person"]');
const finding = (page: Page) =>
  page.locator(['personNumber', 'reach', 'place'].map((name) => `[data-field="${name}"]`).join());

/** The page of professionals, ready, in English. */
async function open(page: Page): Promise<void> {
  await page.goto(pathTo('work', 'en'));
  await expect(formOn(page).next).toBeEnabled();
}

/** The same, with what is needed of its first screen. */
async function begin(page: Page, danger: 'yes' | 'no'): Promise<void> {
  await open(page);
  await fill(page, 'service', 'OCMW');
  await fill(page, 'number', '02 000 00 00');
  await choose(page, 'danger', danger);
}

for (const language of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${language}, ${colorScheme}: both screens, errors, check and receipt have no barriers`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme });
      const page = await context.newPage();
      const look = async () => {
        await expectNoBarriers(page);
        // Which leave nothing of either look.
        if (colorScheme === 'light') await expectSeenInForcedColours(page);
      };
      await page.goto(pathTo('work', language));
      await expect(formOn(page).next).toBeEnabled();
      await formOn(page).next.click();
      await expect(formOn(page).summary.getByRole('link')).toHaveCount(3);
      await look();
      for (const name of ['service', 'number'] as const) await fill(page, name, AT_WORK[name] as string);
      for (const name of ['danger', 'consent'] as const) await choose(page, name, AT_WORK[name] as string);
      await expect(field(page, 'person')).toBeVisible();
      await look();
      await reach(page, 'story');
      await formOn(page).next.click();
      await look();
      await send(page);
      await look();
      await formOn(page).noted.click();
      await look();
      await context.close();
    });
  }
}

/** So many presses of a key, at most, lead through the page. */
const STOPS = 60;

test('it is filled in and sent by keyboard alone, in few stops and little time', async ({ page }) => {
  await page.route('**/api/referrals/*', stored);
  await open(page);
  const texts = { service: 'OCMW Gent', number: '02 000 00 00', story: 'Geen loon' } as const;
  const choices = ['danger', 'when', 'bed', 'consent', 'left'] as const;
  const done = new Set<string>();
  const began = Date.now();
  let stops = 0;
  for (; stops < STOPS; stops++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      const marked = focused?.closest<HTMLElement>('[data-field]')?.dataset['field'];
      const isSend = focused?.matches('[data-send]') ? 'send' : '';
      return marked ?? (focused?.matches('[data-part="onward"]') ? 'next' : isSend);
    });
    if (at === 'send') break;
    if (at === 'next') await page.keyboard.press('Enter');
    else if (at in texts && !done.has(at)) await page.keyboard.type(texts[at as keyof typeof texts]);
    else if (choices.some((name) => name === at) && !done.has(at)) await page.keyboard.press('Space');
    done.add(at);
  }
  const took = Date.now() - began;
  expect(stops).toBeLessThan(STOPS);
  expect([...done]).toEqual(expect.arrayContaining([...Object.keys(texts), ...choices]));
  expect(took).toBeLessThan(12_000);
  await page.keyboard.press('Enter');
  await expect(receipt(page)).toBeVisible({ timeout: 30_000 });
});

test('the emergency number comes into sight with danger, and leaves who goes on below it where they are', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 560 });
  await open(page);
  // The question stands at the lower edge of the screen, so that what it brings is below.
  await option(page, 'danger', 'yes').evaluate((one) => one.scrollIntoView({ block: 'end' }));
  await option(page, 'danger', 'yes').press('Space');
  await expect(page.locator('main .alarm a[href="tel:112"]:visible')).toBeInViewport({ ratio: 1 });
  await choose(page, 'bed', 'yes');
  await expect(option(page, 'bed', 'yes')).toBeInViewport({ ratio: 1 });
});

test('what finds the person is in the page only while they agree', async ({ page }) => {
  await begin(page, 'no');
  await reach(page, 'consent');
  const gated = naming(page).or(finding(page));
  await expect(gated).toHaveCount(0);
  for (const consent of ['refused', 'unasked'] as const) {
    await option(page, 'consent', 'agreed').click();
    await expect(gated).toHaveCount(4);
    await field(page, 'person').fill('Ama');
    await option(page, 'reach', 'yes').click();
    await expect(option(page, 'reach', 'yes')).toBeChecked();
    await option(page, 'consent', consent).click();
    await expect(gated).toHaveCount(0);
    await expect(page.getByText(en.without)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Ama');
  }
  await option(page, 'consent', 'agreed').click();
  await expect(field(page, 'person')).toHaveValue('');
  await expect(option(page, 'reach', 'yes')).not.toBeChecked();
  await expect(page.getByText(en.without)).toBeHidden();
});

test('while somebody is in danger help can be sent to who did not agree, whom nobody names', async ({
  page,
}) => {
  await begin(page, 'yes');
  await reach(page, 'consent');
  await option(page, 'consent', 'refused').click();
  await expect(finding(page)).toHaveCount(3);
  await expect(naming(page)).toHaveCount(0);
  await expect(page.getByText(en.withoutInDanger)).toBeVisible();
  await expect(page.getByText(en.without)).toBeHidden();
  await field(page, 'place').fill('Jette');

  // Nobody is in danger after all: what was typed is gone.
  await formOn(page).back.click();
  await option(page, 'danger', 'no').click();
  await reach(page, 'consent');
  await expect(finding(page)).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Jette');
});

test('a number that is none, or too many people, is said at once and leads to its field', async ({
  page,
}) => {
  await begin(page, 'no');
  for (const wrong of ['51', '0', 'twee', '1.5']) {
    await field(page, 'people').fill(wrong);
    await formOn(page).next.click();
    const said = filled(en.script.range, { label: en.people.question, least: 1, most: 50 });
    await expect(formOn(page).summary.getByRole('link')).toHaveText([said]);
    await formOn(page).summary.getByRole('link').click();
    await expect(field(page, 'people')).toBeFocused();
  }
  await field(page, 'people').fill('50');
  await expect(formOn(page).summary).toBeHidden();
  await formOn(page).next.click();
  await expect(page.getByRole('heading', { name: en.second, exact: true })).toBeFocused();
});

test('more minors than people is said at once, and goes as soon as either number fits', async ({ page }) => {
  await begin(page, 'no');
  const second = page.getByRole('heading', { name: en.second, exact: true });
  for (const [mended, to] of [
    ['people', '3'],
    ['minors', '2'],
  ] as const) {
    await field(page, 'people').fill('2');
    await field(page, 'minors').fill('3');
    await formOn(page).next.click();
    const said = filled(en.script.part, { label: en.minors.question, whole: 2 });
    await expect(formOn(page).summary.getByRole('link')).toHaveText([said]);
    await expect(field(page, 'minors')).toHaveAccessibleDescription(said);
    await formOn(page).summary.getByRole('link').click();
    await expect(field(page, 'minors')).toBeFocused();
    await field(page, mended).fill(to);
    await expect(formOn(page).summary).toBeHidden();
    await formOn(page).next.click();
    await expect(second).toBeFocused();
    await formOn(page).back.click();
  }
});

test('a browser may fill in who they are, and keeps nothing of it', async ({ page }) => {
  await open(page);
  for (const [name, token] of [
    ['service', 'organization'],
    ['callName', 'name'],
    ['role', 'organization-title'],
    ['number', 'tel'],
    ['colleague', 'off'],
    ['reference', 'off'],
  ] as const) {
    await expect(field(page, name)).toHaveAttribute('autocomplete', token);
    await field(page, name).fill('a');
    await expect(field(page, name)).toHaveAttribute('autocomplete', 'off');
  }
});

for (const event of ['leave', 'pagehide']) {
  test(`forgets everything on ${event}`, async ({ page }) => {
    await open(page);
    await fillWork(page, { ...AT_WORK, person: 'Ama', story: 'Geen loon' });
    await page.evaluate((name) => dispatchEvent(new Event(name)), event);
    for (const name of ['service', 'number', 'story'])
      await expect(page.locator(`[data-field="${name}"]`)).toHaveValue('');
    await expect(page.locator('[data-field="person"]')).toHaveCount(0);
    await expect(page.locator('[aria-checked="true"]')).toHaveCount(0);
  });
}

test('who says in the form of everybody that they met somebody in their work is led here', async ({
  page,
}) => {
  await page.goto(pathTo('form', 'en'));
  await reach(page, 'who');
  await page.getByRole('link', { name: ui('en', 'form').who.work }).click();
  await expect(page).toHaveURL(pathTo('work', 'en'));
  await expect(formOn(page).next).toBeEnabled();
  await page.getByRole('link', { name: en.ownForm }).click();
  await expect(page).toHaveURL(pathTo('form', 'en'));
  await choose(page, 'who', 'known');
  await page.getByRole('link', { name: ui('en', 'form').who.work }).click();
  // Something is answered by now, so the page asks first.
  await expect(formOn(page).words.question).toBeVisible();
  await formOn(page).words.go.click();
  await expect(page).toHaveURL(pathTo('work', 'en'));
});

test('a copy for the file is made in the page, without the code, and goes with it', async ({ page }) => {
  await page.route('**/api/referrals/*', stored);
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await open(page);
  await fillWork(page, { ...AT_WORK, reference: 'K/2026/17', person: 'Ama', story: 'Geen loon' });
  const code = await send(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await formOn(page).noted.click();
  await page.getByRole('button', { name: en.copy.print }).click();
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  const copy = page.locator('.copy');
  for (const written of ['Ziekenhuis', '02 000 00 00', 'K/2026/17', 'Ama', 'Geen loon'])
    await expect(copy).toContainText(written);
  await expect(copy).toBeVisible();
  for (const around of [page.getByRole('heading', { name: en.copy.title, exact: true }), receipt(page)])
    await expect(around).toBeHidden();
  expect((await page.locator('body').innerText()).replace(/\D/g, '')).not.toContain(code);
  expect(asked).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  await expect(copy).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('leave')));
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Geen loon');
});
