import { defineConfig } from '@playwright/test';
import browser from './playwright.config.ts';
import { reportOf } from './tools/test/reports.ts';

// What takes minutes of the served site in Chromium, one after the other: what is measured is not to be disturbed.
export default defineConfig({
  ...browser,
  testDir: 'test/endurance',
  workers: 1,
  timeout: 20 * 60_000,
  reporter: [['list'], ['json', { outputFile: reportOf('endurance') }]],
  // Memory first: what a worker has had for a flood it keeps, and nobody would see what a thread takes of that.
  projects: [
    { name: 'memory', testMatch: 'long-thread.spec.ts' },
    { name: 'flood', testMatch: 'flood.spec.ts' },
  ],
});
