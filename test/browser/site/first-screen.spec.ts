import { expect, type Page } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { visit } from '../support/letters.ts';
import { test } from '../support/test.ts';

/** Where the exit bar of a phone begins, in pixels from the top. */
const barOf = (page: Page) => page.locator('.exit').evaluate((bar) => bar.getBoundingClientRect().top);
const boxOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
      return { top, bottom, left, right, width, height };
    });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const language of languages) {
    test(`the sun of home stands whole above the exit bar: ${language}`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await visit(page, pathTo('home', language));
      const sun = await boxOf(page, '.daybreak-sun');
      expect(sun.bottom).toBeLessThanOrEqual((await barOf(page)) + 1);
      expect(sun.height).toBeGreaterThan(90);
      const number = await boxOf(page, '.hero-call a');
      expect(sun.top).toBeGreaterThan(number.bottom);
    });

    test(`the form and the hospital's list are on the first screen of refer: ${language}`, async ({
      page,
    }) => {
      await visit(page, pathTo('refer', language));
      const bar = await barOf(page);
      const form = await boxOf(page, `.ways a[href="${pathTo('work', language)}"]`);
      expect(form.bottom).toBeLessThan(bar);
      expect((await boxOf(page, '.ways a[type="application/pdf"]')).top).toBeLessThan(bar);
    });

    test(`the menu opens in place: ${language}`, async ({ page }) => {
      await visit(page, pathTo('professionals', language));
      const menu = page.locator('.folded-menu');
      await menu.locator('summary').click();
      await expect(menu.getByRole('link').first()).toBeInViewport();
      expect(new URL(page.url()).hash).toBe('');
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.keyboard.press('Enter');
      await expect(menu.getByRole('link').first()).toBeHidden();
    });
  }

  test('a small phone shows the way to help in each language at once', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 560 });
    await visit(page, '/');
    const bar = await barOf(page);
    for (const language of languages) {
      const way = await boxOf(page, `a[href="${pathTo('help', language)}"]`);
      expect(way.bottom).toBeLessThan(Math.min(bar, 430));
      expect(way.height).toBeGreaterThanOrEqual(44);
    }
    // Then, in their own letters, those that have no site.
    const first = await boxOf(page, '.other-languages a');
    expect(first.bottom).toBeLessThan(bar);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(page.locator(`a[href="${pathTo('mailbox', 'nl')}"]`)).toBeInViewport();
  });

  test('the start page is one file', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(asked).toHaveLength(1);
  });

  test('home paints without waiting for a second file', async ({ page }) => {
    await visit(page, '/nl/');
    expect(await page.locator('link[rel="stylesheet"]').count()).toBe(0);
  });

  const TWICE = 32;
  const LONG_WORD = 10;
  for (const path of [
    '/',
    ...languages.flatMap((language) => [pathTo('home', language), pathTo('help', language)]),
    pathTo('rights', 'fr'),
    pathTo('professionals', 'fr'),
  ]) {
    test(`letters twice as large lose nothing: ${path}`, async ({ page }) => {
      await visit(page, path);
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size}px`;
      }, TWICE);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      // A word of usual length stands on one line; a longer one may be parted at a hyphen.
      const torn = await page.locator('h1').evaluate((title) => {
        const text = [...title.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
        if (!text?.textContent) return [];
        const words = [...text.textContent.matchAll(/[\p{L}’-]+/gu)];
        return words
          .filter(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
          })
          .map(([word]) => word);
      });
      expect(torn.filter((word) => word.length < LONG_WORD)).toEqual([]);
    });
  }
});

test('the steps of home stand where their words begin', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await visit(page, '/nl/');
  const drift = await page.locator('.path li').evaluateAll((steps) =>
    steps.map((step) => {
      const [words, sun] = [step.querySelector('b'), step.querySelector('svg')];
      return Math.abs(
        (words?.getBoundingClientRect().left ?? 0) - (sun?.getBoundingClientRect().left ?? Number.NaN),
      );
    }),
  );
  expect(drift).toHaveLength(4);
  for (const pixels of drift) expect(pixels).toBeLessThan(1);
});

for (const [width, path] of [
  [1280, '/nl/jaarverslag/'],
  [1280, pathTo('help', 'nl')],
  [1920, '/nl/professionals/'],
  [800, '/fr/'],
] as const) {
  test(`nothing that scrolls lies under the exit: ${width} px, ${path}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, path);
    for (const share of [0.2, 0.5, 0.9]) {
      await page.evaluate((part) => scrollTo(0, document.documentElement.scrollHeight * part), share);
      const under = await page.locator('.exit-link').evaluate((exit) => {
        const { left, right, top, bottom } = exit.getBoundingClientRect();
        const at = [
          [left + 2, top + 2],
          [right - 2, top + 2],
          [left + 2, bottom - 2],
          [right - 2, bottom - 2],
        ] as const;
        return at.map(([x, y]) =>
          document.elementsFromPoint(x, y).some((found) => found.closest('.site-header, .safe-header')),
        );
      });
      expect(under).toEqual([true, true, true, true]);
    }
  });
}

test('on paper no number is pale', async ({ page }) => {
  await visit(page, pathTo('refer', 'fr'));
  await page.emulateMedia({ media: 'print' });
  const colours = await page
    .locator('.call, .site-footer a[href^="tel:"], .clay-band')
    .evaluateAll((found) => found.map((element) => getComputedStyle(element).color));
  expect(colours.length).toBeGreaterThan(1);
  for (const colour of colours) expect(colour).toBe('rgb(0, 0, 0)');
});

test('a chosen profession leads to its own list', async ({ page }) => {
  await visit(page, pathTo('signs', 'nl'));
  const professions = page.locator('.profession');
  expect(await professions.count()).toBeGreaterThan(3);
  for (const profession of await professions.all()) {
    await expect(profession.locator('a[type="application/pdf"]')).toHaveCount(1);
  }
});
