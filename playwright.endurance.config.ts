import { defineConfig } from '@playwright/test';
import browser from './playwright.config.ts';

// What takes minutes of the served site in Chromium, one after the other: what is measured is not to be disturbed.
export default defineConfig({
  ...browser,
  testDir: 'test/endurance',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 20 * 60_000,
});
