import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { FileSystemConfigLoader, formatterFactory, HtmlValidate } from 'html-validate';
import { pageNames } from '../../../src/site/routes.ts';
import { TEST_ORIGIN } from '../../../tools/test/test-site.ts';
import { builtPages } from '../support/built-pages.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CONTRAST = ['color-contrast', 'color-contrast-enhanced'];
const MORE_RULES = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };

/** What axe finds, one line for each rule and element; empty where all is well. */
async function violations(builder: AxeBuilder): Promise<string> {
  const found = (await builder.analyze()).violations;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`).join('\n');
}

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
  test(`${path} is accessible, narrow and wide, light and dark`, async ({ browser }) => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(path);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      // Nothing has to be scrolled sideways, also when text is four times as large on a desktop (WCAG 1.4.10).
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await violations(new AxeBuilder({ page }).withTags(TAGS).options({ rules: MORE_RULES }))).toBe(
        '',
      );
      // Dark differs in its colours alone.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(new AxeBuilder({ page }).withRules(CONTRAST))).toBe('');
    }
    await context.close();
  });

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
