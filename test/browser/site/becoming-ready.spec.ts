import { expect } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { formOn } from '../parts/form.ts';
import { notReady } from '../parts/page.ts';
import { test } from '../support/test.ts';

const pages = ['form', 'work', 'request', 'mailbox'] as const;
for (const [name, path] of languages.flatMap((lang) =>
  pages.map((name) => [name, pathTo(name, lang)] as const),
)) {
  test(`${path}: nothing moves as the page becomes ready on a slow telephone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.addInitScript(() => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, 'value'));
        document.documentElement.dataset['shift'] = String(sum);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.route(/\/_astro\/.*\.js/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'commit' });
    await expect(notReady(page)).toBeVisible();
    await expect(notReady(page)).toBeHidden();
    if (name !== 'mailbox') {
      const { short, returned, insideApp } = formOn(page);
      await expect(short.or(returned).or(insideApp)).toHaveCount(1);
    }
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const shift = await page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0));
    expect(shift).toBeLessThanOrEqual(0.01);
  });
}
