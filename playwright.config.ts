import { defineConfig } from '@playwright/test';
import { knowLocalNames } from './tools/serve/local-names.ts';
import { chromiumLaunch } from './tools/test/chromium.ts';
import { TEST_ORIGIN } from './tools/test/test-site.ts';

// Tests read facts as the site that they visit shows them.
process.env['SITE_ENV'] = 'local';
// What Playwright asks for by itself, at the desk's host.
knowLocalNames();

export default defineConfig({
  testDir: 'test/browser',
  outputDir: '.local/test/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: [['list'], ['./tools/test/say-skipped.ts']],
  // A machine that others use is slow, not wrong. What a page's own clock has to reach is looked for again at once.
  expect: { timeout: 25_000, toPass: { intervals: [20] } },
  use: { baseURL: TEST_ORIGIN, launchOptions: await chromiumLaunch('shell'), trace: 'off' },
});
