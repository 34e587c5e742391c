import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { FileSystemConfigLoader, formatterFactory, HtmlValidate } from 'html-validate';
import { pageNames } from '../../../src/site/routes.ts';
import { testAddress } from '../../../tools/test/test-site.ts';
import { barriers } from '../support/barriers.ts';
import { builtPages } from '../support/built-pages.ts';
import { lettersIn } from '../support/letters.ts';
import { test } from '../support/test.ts';

/** Every page that was built: a new one is covered by itself. */
const pages = builtPages();

test('there are pages to test', () => {
  expect(pages.length).toBeGreaterThan(3 * pageNames.length);
});

test('what pages may not have is found: pale letters, a picture without words, a target too small', async ({
  page,
}) => {
  await page.setContent(`<!doctype html><html lang="en"><title>-</title><main><h1>-</h1>
    <p style="background: #fff; color: #6b6b6b">Enough for AA, not for AAA</p><img src="data:,">
    <button style="all: unset; width: 9px; height: 9px">a</button><button style="all: unset">b</button></main>`);
  const found = (await barriers(page)).map((line) => line.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['color-contrast-enhanced', 'image-alt', 'target-size']));
  expect(await barriers(page, 'contrast')).toEqual([expect.stringContaining('Enough for AA')]);
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const report = await validator.validateMultipleFiles(pages.map(({ file }) => file));
  expect(report.valid, formatterFactory('text')(report.results)).toBe(true);
});

for (const { path, file } of pages) {
  test(`${path} is accessible, narrow and wide, light and dark, and asks nobody else, keeps nothing, keeps to its policy`, async ({
    page,
    context,
  }) => {
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(testAddress(path)).origin && protocol !== 'data:') elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (!message.text().includes('404 (Not Found)')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.setViewportSize({ width: 320, height: 700 });
    // What a page without a module does is done once it has loaded: its policy lets it ask for nothing later.
    const late = /<script[^>]+type="module"/.test(readFileSync(file, 'utf8'));
    await page.goto(testAddress(path), { waitUntil: late ? 'networkidle' : 'load' });

    await lettersIn(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      // Nothing has to be scrolled sideways, also when text is four times as large on a desktop (WCAG 1.4.10).
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await barriers(page)).toEqual([]);
      // Dark differs in its colours alone.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await barriers(page, 'contrast')).toEqual([]);
    }
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });
}
