import { expect } from '@playwright/test';
import { visit } from '../support/letters.ts';
import { test } from '../support/test.ts';

test('every letter of a chart is 12 pixels or more on a screen of 320, and of two drawings one is shown', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await visit(page, '/fr/rapport-annuel/');
  const charts = await page.locator('.chart').count();
  expect(charts).toBeGreaterThan(4);
  const drawings = page.locator('.chart > svg:visible');
  await expect(drawings).toHaveCount(charts);
  const sizes = await drawings.locator('text').evaluateAll((texts) =>
    texts.map((text) => {
      const drawing = text.closest('svg');
      const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 0;
      return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
});

for (const width of [320, 1280]) {
  test(`no label of a chart leaves it or touches another at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/nl/jaarverslag/', '/fr/rapport-annuel/', '/en/annual-report/']) {
      await visit(page, path);
      const trouble = await page.locator('.chart > svg:visible').evaluateAll((drawings) =>
        drawings.flatMap((drawing) => {
          const frame = drawing.getBoundingClientRect();
          const labels = [...drawing.querySelectorAll('text')].map((text) => ({
            words: text.textContent,
            box: text.getBoundingClientRect(),
          }));
          const outside = labels.filter(
            ({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1,
          );
          // The box of a text is higher than its letters.
          const touching = labels.filter(({ box: a }, index) =>
            labels
              .slice(index + 1)
              .some(
                ({ box: b }) =>
                  a.left < b.right && b.left < a.right && a.top + 4 < b.bottom && b.top + 4 < a.bottom,
              ),
          );
          return [...outside, ...touching].map(({ words }) => words);
        }),
      );
      expect(trouble).toEqual([]);
    }
  });
}

test('with every table open, nothing has to be scrolled sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ['/nl/jaarverslag/', '/fr/rapport-annuel/', '/en/annual-report/']) {
    await visit(page, path);
    await page.locator('.chart details').evaluateAll((tables) => {
      for (const table of tables) table.setAttribute('open', '');
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test('a CSV file comes as UTF-8 text in the language of its page', async ({ page, request }) => {
  await visit(page, '/fr/rapport-annuel/');
  const address = await page.locator('.chart-note a').first().getAttribute('href');
  expect(address).toBe('/fr/rapport-annuel/2024/referrals.csv');
  const answer = await request.get(address ?? '');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']?.toLowerCase()).toBe('text/csv; charset=utf-8');
  expect((await answer.text()).replace('\ufeff', '')).toMatch(/^Année;Signalements\r\n2000;371\r\n/);
});

test('a chapter of the contents takes the focus', async ({ page }) => {
  await visit(page, '/nl/jaarverslag/');
  await page.locator('.report-contents a').nth(7).click();
  await expect(page.locator('#chapter-8')).toBeFocused();
  await expect(page.locator('#chapter-8 h2')).toBeInViewport();
});

test('the report is offered as a PDF near the top of its page, in its language', async ({
  page,
  request,
}) => {
  for (const [path, lang] of [
    ['/nl/jaarverslag/', 'nl'],
    ['/fr/rapport-annuel/', 'fr'],
    ['/en/annual-report/', 'en'],
  ] as const) {
    await visit(page, path);
    const link = page.locator('.report-opener a[type="application/pdf"]');
    await expect(link).toHaveText(/PDF \(\d+\s(pagina’s|pages), \d+\sk[Bo]\)/);
    await expect(link).toHaveAttribute('hreflang', lang);
    const file = await request.get((await link.getAttribute('href')) ?? '');
    expect(file.headers()['content-type']).toBe('application/pdf');
  }
});
