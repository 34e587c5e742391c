import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { factOf } from '../../../src/facts/facts.ts';
import { emergency, helpTelephone } from '../../../src/facts/telephone.ts';
import { directionOf, isLanguage, languages, nameOf, pageLanguages } from '../../../src/i18n/languages.ts';
import { materialText } from '../../../src/print/catalogue/texts.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { filled, ui } from '../../support/ui.ts';
import { fileFor, read } from '../support/built-pages.ts';
import { test } from '../support/test.ts';

/** The languages that have few pages. */
const further = pageLanguages.filter((tag) => !isLanguage(tag));

/** Bytes after brotli that a page may take in its one round trip. */
const ONE_ROUND_TRIP = 10_000;

test('there are eleven', () => expect(further).toHaveLength(11));

for (const tag of further) {
  test(`${tag}: the number, the signs, what happens and the rights, in one request`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathTo('help', tag), { waitUntil: 'networkidle' });
    expect(asked).toHaveLength(1);
    const bytes = brotliCompressSync(readFileSync(fileFor(pathTo('help', tag)) ?? '')).length;
    expect(bytes).toBeLessThan(ONE_ROUND_TRIP);

    const safe = ui(tag, 'safe');
    await expect(page.locator('html')).toHaveAttribute('dir', directionOf(tag));
    await expect(page).toHaveTitle(safe.safeTitle);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(safe.help.title);
    const call = page.locator(`main a.call[href="${helpTelephone().href}"]`);
    await expect(call).toContainText(safe.call.own.dayAndNight);
    await expect(call).toContainText(safe.call.own.interpreter);
    await expect(page.locator(`.alarm a[href="${emergency.href}"]`)).toHaveText(
      filled(safe.alarm.call, { number: emergency.shown }),
    );
    await expect(page.locator('.signs li')).toHaveCount(8);
    await expect(page.locator('.steps li')).toHaveCount(4);
    if (isLanguage(tag)) throw new Error(`${tag} has a page on rights`);
    const { headline, conditions } = materialText('protection', tag);
    await expect(page.getByRole('heading', { name: headline })).toBeVisible();
    for (const condition of conditions.list) await expect(page.getByText(condition)).toBeVisible();
    await expect(page.locator(`a[href="https://www.${safe.help.nationalSite}"]`)).toBeVisible();
    await expect(
      page.getByText(
        filled(safe.help.national, { languages: String(factOf('centre.hotlineLanguages').value) }),
      ),
    ).toBeVisible();
    // One writes, reads and looks at pictures in the same language.
    for (const next of ['form', 'mailbox', 'mine'] as const)
      await expect(page.locator(`main a[href="${pathTo(next, tag)}"]`)).toBeVisible();
  });
}

test('a page that nobody has read says so, in Dutch; one that was written says nothing', () => {
  const { unchecked } = ui('nl', 'site').downloads;
  for (const name of ['help', 'form', 'mailbox', 'mine'] as const) {
    for (const tag of further) expect(read(pathTo(name, tag))).toContain(unchecked);
    for (const language of languages) expect(read(pathTo(name, language))).not.toContain(unchecked);
  }
});

for (const [from, javaScriptEnabled] of [
  [pathTo('professionals', 'fr'), true],
  [pathTo('home', 'nl'), false],
  [pathTo('rights', 'en'), false],
  [pathTo('help', 'ro'), true],
] as const) {
  test.describe(`from ${from}, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
    test('Dari is two taps away, in its own letters', async ({ page }) => {
      await page.goto(from);
      const list = page.locator('.languages details');
      await list.locator('summary').click();
      const dari = list.getByRole('link', { name: nameOf('fa-AF') });
      await expect(dari).toBeInViewport({ ratio: 1 });
      await dari.click();
      await expect(page).toHaveURL(new RegExp(`${pathTo('help', 'fa-AF')}$`));
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    });
  });
}

test('the name keeps its order where one reads from right to left', async ({ page }) => {
  await page.goto(pathTo('help', 'ar'));
  const [first, last] = await page.locator('.wordmark-drawn').evaluate((drawn) => {
    const at = (text: Node | null) => {
      const range = document.createRange();
      if (text) range.selectNode(text);
      return range.getBoundingClientRect().left;
    };
    return [at(drawn.firstChild), at(drawn.lastChild)];
  });
  expect(first).toBeLessThan(last ?? 0);
});

test('the list of languages lies within a narrow screen, from either side', async ({ page }) => {
  for (const width of [320, 360, 800, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    for (const path of [pathTo('professionals', 'fr'), pathTo('help', 'en'), pathTo('help', 'fa-AF')]) {
      await page.goto(path);
      await page.locator('.languages summary').click();
      for (const link of await page.locator('.languages .other-languages a').all())
        await expect(link, `${path} at ${width}`).toBeInViewport({ ratio: 1 });
    }
  }
});

test('every row of languages leads to each page', () => {
  for (const path of ['/', ...languages.map((language) => pathTo('help', language)), pathTo('help', 'ar')])
    for (const tag of further) expect(read(path), path).toContain(`href="${pathTo('help', tag)}"`);
  // Pages that people write on lead to the choice of a language.
  for (const language of pageLanguages)
    expect(read(pathTo('form', language))).toContain('<a class="more-languages" href="/">');
});

test('the page of a language by an address in small letters is found', async ({ page }) => {
  await page.goto(pathTo('help', 'pt-BR').toLowerCase());
  await expect(page).toHaveURL(new RegExp(`${pathTo('help', 'pt-BR')}$`));
});
