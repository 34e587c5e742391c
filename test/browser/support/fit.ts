import { expect, type Page } from '@playwright/test';

const PHONE = { width: 320, height: 640 };

/** Expects that what shows needs no scrolling sideways: at 400 %, and with letters of twice the size. Ends on a small telephone. */
export async function expectToFit(page: Page): Promise<void> {
  const tooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await tooWide()).toBe(0);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await tooWide()).toBe(0);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.setViewportSize(PHONE);
}
