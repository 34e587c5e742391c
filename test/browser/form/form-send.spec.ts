import { expect } from '@playwright/test';
import { openSealed } from '../../../src/protocol/keys/open-sealed-box.ts';
import { deriveMailboxPair, deriveToken } from '../../../src/protocol/seal/mailbox.ts';
import { PutReferral } from '../../../src/protocol/wire/api/referrals.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { sentence, ui } from '../../support/ui.ts';
import { choose, expectKept, fillLeast, formOn, reach, receipt, send } from '../parts/form.ts';
import { chosen, field, option } from '../parts/questions.ts';
import { complaints, withOwnCentre } from '../support/own-centre.ts';
import { fillForm } from '../support/reporter.ts';
import { test } from '../support/test.ts';
import { refuse, stored } from '../support/worker-answers.ts';

const WRITTEN = {
  who: 'me',
  danger: 'no',
  age: 'unsaid',
  speaks: 'ar',
  way: 'call-trusted',
  number: '0488 / 12.34.56',
  times: 'evening',
  otherVoice: 'wrong-number',
  happening: ['papers', 'hurt'],
  place: 'Zwijnaarde',
  story: '  <b>geheim</b>\nمساعدة 👩‍👧 ',
  callName: 'Zaterdag',
};

const en = ui('en', 'form');

test('sends what was written, sealed, and nothing else', async ({ page, baseURL }) => {
  const heard = await complaints(page);
  const centre = await withOwnCentre(page);
  // The worker takes envelopes for its own centre's keys alone.
  await page.route('**/api/referrals/*', stored);
  const requests: { method: string; url: string; body: string }[] = [];
  page.on('request', (request) =>
    requests.push({ method: request.method(), url: request.url(), body: request.postData() ?? '' }),
  );
  await page.goto(pathTo('form', 'nl'));
  const entries = await page.evaluate(() => history.length);
  await fillForm(page, WRITTEN);
  const code = await send(page);

  expect(requests.every(({ url }) => url.startsWith(`${baseURL}/`))).toBe(true);
  const puts = requests.filter(({ method }) => method !== 'GET');
  expect(puts).toHaveLength(1);
  const [put] = puts;
  const id = put?.url.split('/').at(-1) ?? '';
  const json: unknown = JSON.parse(put?.body ?? '');
  const body = PutReferral.parse(json);
  // Nothing rides along beside the envelope.
  expect(json).toEqual(body);
  const opened = openSealed(fromBase64url(body.envelope) ?? new Uint8Array(), [centre], {
    thread: id,
    id,
  });
  const mailbox = await deriveMailboxPair(code, fromBase64url(body.salt) ?? new Uint8Array());
  expect(body.mailbox).toBe(toBase64url(await sha256(await deriveToken(code))));
  expect(opened).toEqual({
    ok: true,
    item: {
      v: 2,
      kind: 'referral',
      thread: id,
      id,
      at: expect.any(Number),
      mailbox: toBase64url(mailbox.publicKey),
      formLanguage: 'nl',
      who: 'me',
      danger: 'no',
      age: 'unsaid',
      speaks: 'ar',
      answer: {
        way: 'call-trusted',
        number: WRITTEN.number,
        times: ['evening'],
        otherVoice: 'wrong-number',
      },
      happening: ['papers', 'hurt'],
      place: WRITTEN.place,
      story: WRITTEN.story,
      callName: WRITTEN.callName,
    },
  });

  const traces = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    cookies: document.cookie,
    state: history.state,
    length: history.length,
    html: document.documentElement.outerHTML,
  }));
  expect(traces).toMatchObject({
    local: {},
    session: {},
    databases: [],
    caches: [],
    cookies: '',
    state: null,
    // The one entry by which Back is noticed.
    length: entries + 1,
  });
  expect(traces.html).not.toContain('geheim');
  expect(page.url()).toBe(`${baseURL}${pathTo('form', 'nl')}`);
  expect(heard).toEqual([]);
});

test('sends the same bytes until they arrive, and one referral however often it is pressed', async ({
  page,
}) => {
  const bodies: string[] = [];
  await page.route('**/api/referrals/*', async (route) => {
    bodies.push(route.request().url() + route.request().postData());
    if (bodies.length === 1) await route.abort();
    else if (bodies.length === 2) await refuse(route, 'unavailable');
    else await stored(route);
  });
  await page.goto(pathTo('form', 'en'));
  await fillLeast(page);
  await formOn(page).send.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
    button.click();
  });
  await expect(receipt(page)).toBeVisible({ timeout: 30_000 });
  expect(bodies).toHaveLength(3);
  expect(new Set(bodies).size).toBe(1);
});

for (const code of ['malformed', 'envelope_key'] as const)
  test(`keeps the words and gives the number when the worker says ${code}`, async ({ page }) => {
    await page.route('**/api/referrals/*', (route) => refuse(route, code));
    await page.goto(pathTo('form', 'en'));
    await fillLeast(page);
    await formOn(page).send.click();
    const fault = formOn(page).fault;
    await expect(fault).toBeFocused({ timeout: 30_000 });
    await expect(fault).toContainText(en.fault.text);
    await expect(fault.locator('.call')).toBeVisible();
    await expectKept(page, 'story', 'Help');
  });

test('says what is missing on going on only, screen by screen, and sends nothing', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await page.goto(pathTo('form', 'en'));
  const { summary, next } = formOn(page);
  for (const [name, value] of [
    ['who', 'me'],
    ['danger', 'no'],
  ] as const) {
    await reach(page, name);
    await expect(summary).toBeHidden();
    await next.click();
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('link')).toHaveText([en.script.missing[name]]);
    await expect(page).toHaveTitle(sentence(`${en.script.error}{{title}}`));
    await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
    await summary.getByRole('link').click();
    const first = field(page, name).getByRole('radio').first();
    await expect(first).toBeFocused();
    await option(page, name, value).press('Space');
    await expect(option(page, name, value)).toBeChecked();
    await expect(summary).toBeHidden();
  }
  await choose(page, 'way', 'call');
  await field(page, 'number').fill('my sister');
  await field(page, 'number').blur();
  await expect(formOn(page).error(en.script.missing.number)).toHaveCount(0);
  await next.click();
  await summary.getByRole('link').click();
  await expect(field(page, 'number')).toBeFocused();
  await expect(field(page, 'number')).toHaveAccessibleDescription(sentence(en.script.missing.number));
  expect(new URL(page.url()).hash).toBe('');
  await field(page, 'number').fill('0488 12 34 56');
  await send(page);
  await expect(page).toHaveTitle(ui('en', 'safe').safeTitle);
  expect(sent).toHaveLength(1);
});

test('shows the emergency number at once, and a way to go on', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(pathTo('form', 'fr'));
  const panel = page.locator('.alarm-fill');
  await expect(panel).toBeHidden();
  await choose(page, 'who', 'me');
  await choose(page, 'danger', 'yes');
  await expect(panel).toBeVisible();
  await expect(panel.locator('a').first()).toHaveAttribute('href', 'tel:112');
  await expect(panel.locator('a').first()).toBeInViewport({ ratio: 1 });
  await expect(panel.locator('a').nth(1)).toHaveAttribute('href', /^tel:/);
  await panel.getByRole('button').click();
  await expect(field(page, 'age')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(option(page, 'age', 'adult')).toBeFocused();
});

test('preselects nothing and lets an answer be taken back', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await expect(formOn(page).notReady).toBeHidden();
  await expect(chosen(page)).toHaveCount(0);
  await choose(page, 'who', 'me');
  await choose(page, 'danger', 'no');
  await choose(page, 'way', 'call');
  await field(page, 'number').fill('0488 12 34 56');
  await expect(option(page, 'times', 'any')).not.toBeChecked();
  await option(page, 'times', 'morning').check();
  await option(page, 'times', 'any').check();
  await expect(option(page, 'times', 'morning')).not.toBeChecked();
  await page.getByRole('button', { name: en.clear, exact: true }).click();
  await expect(field(page, 'way').getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(field(page, 'number')).toBeHidden();
});

for (const event of ['leave', 'pagehide']) {
  test(`forgets everything on ${event}`, async ({ page }) => {
    await page.goto(pathTo('form', 'en'));
    await fillLeast(page);
    await reach(page, 'story');
    await page.evaluate((name) => dispatchEvent(new Event(name)), event);
    await expect(field(page, 'story')).toHaveValue('');
    await expect(chosen(page)).toHaveCount(0);
  });
}

test('covers the page after five minutes without anybody, and empties it after thirty', async ({ page }) => {
  await page.clock.install();
  await page.goto(pathTo('form', 'en'));
  await fillLeast(page);
  await reach(page, 'story');
  await page.clock.fastForward('04:50');
  await expect(formOn(page).uncover).toBeHidden();
  await page.clock.fastForward('00:20');
  await expect(formOn(page).uncover).toBeVisible();
  await expect(field(page, 'story')).toBeHidden();
  await formOn(page).uncover.click();
  await expect(field(page, 'story')).toHaveValue('Help');
  await page.clock.fastForward('28:10');
  await expect(page.getByRole('alert').filter({ hasText: en.cover.warning })).toBeVisible();
  await page.clock.fastForward('02:10');
  await expect(page.getByRole('heading', { level: 1, name: en.emptied.title })).toBeFocused();
  await expect(page.getByRole('main')).toContainText(en.emptied.nothing);
  await expect(page.locator('main .call')).toBeVisible();
  await expect(field(page, 'story')).toHaveCount(0);
  await page.getByRole('button', { name: en.emptied.again, exact: true }).click();
  await expect(formOn(page).notReady).toBeHidden();
  await expect(page.locator('[data-field="story"]')).toHaveValue('');
});

test('warns inside the browser of another app', async ({ browser }) => {
  for (const [userAgent, warned] of [
    ['Mozilla/5.0 (Linux; Android 13) Chrome/120.0 Mobile Safari/537.36 Instagram 310.0', true],
    ['Mozilla/5.0 (Linux; Android 13) Chrome/120.0 Mobile Safari/537.36', false],
  ] as const) {
    const context = await browser.newContext({ userAgent });
    const page = await context.newPage();
    await page.goto(pathTo('form', 'en'));
    await expect(formOn(page).notReady).toBeHidden();
    await expect(formOn(page).insideApp).toBeVisible({ visible: warned });
    await context.close();
  }
});
