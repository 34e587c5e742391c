import { expect, type Page } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { openSealed } from '../../../src/protocol/keys/open-sealed-box.ts';
import { deriveMailboxPair } from '../../../src/protocol/seal/mailbox.ts';
import { PutReferral } from '../../../src/protocol/wire/api/referrals.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { REQUEST_QUESTIONS } from '../../../src/questions/request.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { filled, sentence, ui } from '../../support/ui.ts';
import { formOn, receipt, send } from '../parts/form.ts';
import { chosen, field, option } from '../parts/questions.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { expectToFit } from '../support/fit.ts';
import { expectSeenInForcedColours } from '../support/forced-colours.ts';
import { complaints, withOwnCentre } from '../support/own-centre.ts';
import { fillForm, fillRequest } from '../support/reporter.ts';
import { test } from '../support/test.ts';
import { refuse, stored } from '../support/worker-answers.ts';

const WRITTEN = {
  about: ['training'],
  text: '  <b>20</b> mensen\nGent, mei ',
  organisation: 'OCMW Gent',
  name: 'An',
  reply: '',
};

const REFERRAL = {
  who: 'known',
  danger: 'no',
  age: 'adult',
  speaks: 'fr',
  way: 'call',
  number: '02 000 00 00',
  times: 'any',
  otherVoice: 'hang-up',
  happening: ['pay'],
  place: 'Gent',
  story: 'Geen loon',
  callName: 'An',
};

/** What a page sends, other than what it loads. */
function sentBy(page: Page) {
  const sent: { method: string; path: string; headers: Record<string, string>; body: string }[] = [];
  page.on('request', (request) => {
    if (request.method() === 'GET') return;
    const path = new URL(request.url()).pathname;
    sent.push({ method: request.method(), path, headers: request.headers(), body: request.postData() ?? '' });
  });
  return sent;
}

test('sends what was written, sealed, and nothing else', async ({ page, baseURL }) => {
  const heard = await complaints(page);
  const centre = await withOwnCentre(page);
  // The worker takes envelopes for its own centre's keys alone.
  await page.route('**/api/referrals/*', stored);
  const sent = sentBy(page);
  await page.goto(pathTo('request', 'nl'));
  await fillRequest(page, WRITTEN);
  const code = await send(page);
  expect(sent).toHaveLength(1);
  const json: unknown = JSON.parse(sent[0]?.body ?? '');
  const body = PutReferral.parse(json);
  expect(json).toEqual(body);
  const id = sent[0]?.path.split('/').at(-1) ?? '';
  const envelope = fromBase64url(body.envelope) ?? new Uint8Array();
  const mailbox = await deriveMailboxPair(code, fromBase64url(body.salt) ?? new Uint8Array());
  expect(openSealed(envelope, [centre], { thread: id, id })).toEqual({
    ok: true,
    item: {
      v: 2,
      kind: 'request',
      thread: id,
      id,
      at: expect.any(Number),
      mailbox: toBase64url(mailbox.publicKey),
      formLanguage: 'nl',
      about: ['training'],
      text: WRITTEN.text,
      organisation: WRITTEN.organisation,
      name: WRITTEN.name,
    },
  });
  expect(page.url()).toBe(`${baseURL}${pathTo('request', 'nl')}`);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('OCMW');
  expect(heard).toEqual([]);
});

test('sends a request in the very way in which a referral is sent', async ({ page }) => {
  const sent = sentBy(page);
  await page.goto(pathTo('request', 'nl'));
  await fillRequest(page, WRITTEN);
  await send(page);
  await page.goto(pathTo('form', 'nl'));
  await fillForm(page, REFERRAL);
  await send(page);
  const [request, referral] = sent.map(({ method, path, headers, body }) => ({
    method,
    path: path.replace(/[^/]+$/, ''),
    headers,
    fields: Object.keys(JSON.parse(body)),
    size: body.length,
  }));
  expect(request).toBeDefined();
  expect(request).toEqual(referral);
});

test('says what is missing on sending only, and leads to it', async ({ page }) => {
  const sent = sentBy(page);
  await page.goto(pathTo('request', 'en'));
  await expect(formOn(page).notReady).toBeHidden();
  await formOn(page).send.click();
  const summary = formOn(page).summary;
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(4);
  await expect(page).toHaveTitle(sentence(`${ui('en', 'form').script.error}{{title}}`));
  await summary.getByRole('link').first().click();
  await expect(option(page, 'about', 'copies')).toBeFocused();
  await expect(field(page, 'about')).toHaveAccessibleDescription(
    sentence(ui('en', 'request').script.missing.about),
  );
  await summary.getByRole('link').nth(2).click();
  await expect(field(page, 'organisation')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('');
  expect(sent).toEqual([]);
  await fillRequest(page, { ...WRITTEN, reply: 'an@ocmw.example' });
  await send(page);
  await expect(page).toHaveTitle(ui('en', 'safe').safeTitle);
  expect(sent).toHaveLength(1);
});

test('asks how many of which copies and where they go, only of who asks for copies, and says that it answers by e-mail', async ({
  page,
}) => {
  const en = ui('en', 'request');
  const centre = await withOwnCentre(page);
  await page.route('**/api/referrals/*', stored);
  const sent = sentBy(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(pathTo('request', 'en'));
  await expect(formOn(page).notReady).toBeHidden();
  await expect(field(page, 'poster')).toBeHidden();
  await expect(field(page, 'street')).toBeHidden();
  await expect(page.getByRole('heading', { name: en.which, exact: true })).toBeHidden();
  await option(page, 'about', 'copies').click();
  await expect(page.getByRole('heading', { name: en.which, exact: true })).toBeVisible();
  for (const [name, token] of [
    ['street', 'address-line1'],
    ['postcode', 'postal-code'],
    ['town', 'address-level2'],
  ] as const) {
    await expect(field(page, name)).toHaveAttribute('autocomplete', token);
  }
  const copies = { poster: '20', donor: '501' };
  const address = { street: 'Kerkstraat 1', postcode: '9000', town: 'Gent' };
  await fillRequest(page, { ...WRITTEN, about: [], copies, ...address, reply: 'an@ocmw.example' });
  // A browser fills it in, and keeps nothing of it.
  await expect(field(page, 'street')).toHaveAttribute('autocomplete', 'off');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await formOn(page).send.click();
  const label = ui('en', 'site').downloads.items.donor.title;
  const wrong = filled(en.script.range, { label, least: 1, most: 500 });
  await expect(formOn(page).summary.getByRole('link')).toHaveText([wrong]);
  await expect(field(page, 'donor')).toHaveAccessibleDescription(wrong);
  await expectNoBarriers(page);
  await field(page, 'donor').fill('500');
  await send(page);
  await formOn(page).noted.click();
  await expect(page.getByText(en.receipt.email)).toBeVisible();
  const body = PutReferral.parse(JSON.parse(sent.at(-1)?.body ?? ''));
  const id = sent.at(-1)?.path.split('/').at(-1) ?? '';
  const opened = openSealed(fromBase64url(body.envelope) ?? new Uint8Array(), [centre], { thread: id, id });
  expect(opened).toMatchObject({ ok: true, item: { copies: { poster: 20, donor: 500 }, ...address } });
});

test('what was written about copies goes with them when only a training is asked for', async ({ page }) => {
  const centre = await withOwnCentre(page);
  await page.route('**/api/referrals/*', stored);
  const sent = sentBy(page);
  await page.goto(pathTo('request', 'nl'));
  await fillRequest(page, {
    ...WRITTEN,
    about: ['copies', 'training'],
    copies: { card: '9999' },
    town: 'Gent',
  });
  await option(page, 'about', 'copies').click();
  await send(page);
  await formOn(page).noted.click();
  await expect(page.getByText(ui('nl', 'request').receipt.email)).toBeHidden();
  const body = PutReferral.parse(JSON.parse(sent.at(-1)?.body ?? ''));
  const id = sent.at(-1)?.path.split('/').at(-1) ?? '';
  const opened = openSealed(fromBase64url(body.envelope) ?? new Uint8Array(), [centre], { thread: id, id });
  expect(opened.ok && opened.item).not.toHaveProperty('copies');
  expect(opened.ok && opened.item).not.toHaveProperty('town');
});

test('keeps the words and gives the e-mail address when the worker says no', async ({ page }) => {
  await page.route('**/api/referrals/*', (route) => refuse(route, 'malformed'));
  await page.goto(pathTo('request', 'fr'));
  await fillRequest(page, WRITTEN);
  await formOn(page).send.click();
  const fault = formOn(page).fault;
  await expect(fault).toBeFocused({ timeout: 30_000 });
  await expect(fault.locator('a[href^="mailto:"]')).toBeVisible();
  await expect(field(page, 'text')).toHaveValue(WRITTEN.text);
  await expect(field(page, 'text')).toBeEnabled();
});

for (const event of ['leave', 'pagehide']) {
  test(`forgets everything on ${event}`, async ({ page }) => {
    await page.goto(pathTo('request', 'en'));
    await fillRequest(page, WRITTEN);
    await page.evaluate((name) => dispatchEvent(new Event(name)), event);
    for (const name of ['text', 'organisation', 'name', 'reply'] as const)
      await expect(field(page, name)).toHaveValue('');
    await expect(chosen(page)).toHaveCount(0);
  });
}

test('shows who needs help the form and the numbers first, and needs no script for it', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const language of languages) {
    await page.goto(pathTo('request', language));
    const first = page.locator('main .notice:visible').first();
    await expect(first.locator(`a[href="${pathTo('work', language)}"]`)).toBeVisible();
    await expect(first.locator('.call')).toHaveAttribute('href', /^tel:/);
    await expect(first.locator('a[href="tel:112"]')).toBeVisible();
    await expect(page.locator('main a[href^="mailto:"]:visible')).toHaveCount(1);
  }
  await context.close();
});

for (const language of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${language}, ${colorScheme}: form, errors and receipt have no barriers`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme });
      const page = await context.newPage();
      const look = async () => {
        await expectNoBarriers(page);
        // Which leave nothing of either look, and as much room.
        if (colorScheme === 'dark') return;
        await expectToFit(page);
        await expectSeenInForcedColours(page);
      };
      await page.goto(pathTo('request', language));
      await expect(formOn(page).notReady).toBeHidden();
      await look();
      await formOn(page).send.press('Enter');
      await expect(formOn(page).summary).toBeFocused();
      await look();
      for (const value of REQUEST_QUESTIONS.about.options) await option(page, 'about', value).press('Space');
      await expect(field(page, 'street')).toBeVisible();
      await look();
      await fillRequest(page, { ...WRITTEN, about: [] });
      await formOn(page).send.press('Enter');
      await expect(receipt(page)).toBeVisible({ timeout: 30_000 });
      await look();
      await formOn(page).noted.press('Enter');
      await look();
      await context.close();
    });
  }
}
