import type { Page } from '@playwright/test';

/**
 * Waits until a page shows the letters that it means to. A browser looks for them when it first lays the page out, which may
 * be after it has loaded; until then other letters stand there, wider or higher than these.
 */
export async function lettersIn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
}

/** Opens a page of the site, and waits for its letters: what stands where is measured then. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await lettersIn(page);
}
