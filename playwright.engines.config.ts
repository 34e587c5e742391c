import { defineConfig } from '@playwright/test';
import type { EngineOptions } from './test/engines/support/test.ts';
import { findEngines } from './tools/test/engines.ts';

const found = findEngines().flatMap((engine) => ('path' in engine ? [engine] : []));

/** What has to be right in every engine (test/engines), in each that is installed, beside test/browser. */
export default defineConfig<object, EngineOptions>({
  testDir: 'test/engines',
  outputDir: '.local/test/engines',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  reporter: [['list'], ['./tools/test/say-skipped.ts']],
  projects: [
    { name: 'chromium', use: { engine: { name: 'chromium' } } },
    ...found.map(({ name, path }) => ({ name, use: { engine: { name, path } } })),
  ],
});
