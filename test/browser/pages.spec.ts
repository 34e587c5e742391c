import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { FileSystemConfigLoader, formatterFactory, HtmlValidate } from 'html-validate';
import { pageNames } from '../../src/i18n/routes.ts';
import { TEST_ORIGIN } from '../../tools/test-site.ts';
import { builtPages } from './support/built-pages.ts';

/** Every page that was built: a new one is covered by itself. */
const pages = builtPages();

test('there are pages to test', () => {
  expect(pages.length).toBeGreaterThan(3 * pageNames.length);
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const report = await validator.validateMultipleFiles(pages.map(({ file }) => file));
  expect(report.valid, formatterFactory('text')(report.results)).toBe(true);
});

for (const { path } of pages) {
  for (const [width, colorScheme] of [
    [320, 'light'],
    [320, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    test(`${path} is accessible at ${width} px, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({
        viewport: { width, height: 700 },
        colorScheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .options({
          rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
        })
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`);
      expect(found.join('\n')).toBe('');
      // Nothing has to be scrolled sideways, also when text is four times as large on a desktop (WCAG 1.4.10).
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await context.close();
    });
  }

  test(`${path} asks nobody else, sets no cookie, keeps to its policy`, async ({ page, context }) => {
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${TEST_ORIGIN}/`) && !request.url().startsWith('data:'))
        elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (!message.text().includes('404 (Not Found)')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });
}
