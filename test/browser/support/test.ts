import { test as base } from '@playwright/test';

/**
 * A test of the served site. What it opened beside its own page is closed with it: Playwright leaves that open for as long as its
 * browser, and desks at which nobody sits would go on asking and drawing through the tests that follow.
 */
export const test = base.extend<{ closed: undefined }>({
  closed: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
