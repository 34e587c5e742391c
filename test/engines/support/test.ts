import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { chromiumLaunch } from '../../../tools/test/chromium.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Browser, Launch, Tab } from './tab.ts';
import { launchWebKit } from './webkit.ts';
import { startWorld, type World } from './world.ts';

/** The engine of a project (playwright.engines.config.ts), and where its program is. */
export type EngineOptions = {
  engine: { name: 'chromium' } | { name: 'firefox' | 'webkit'; path: string };
};

type OfWorker = EngineOptions & {
  world: World;
  /** Starts a browser of the engine. */
  start: (how: Launch) => Promise<Browser>;
  /** A browser for all tests that need only a tab. */
  shared: Browser;
};

type OfTest = {
  tab: Tab;
  /** Starts another browser of the engine, which ends with the test at the latest. */
  launch: (how: Launch) => Promise<Browser>;
  /** A new folder for a profile. */
  profile: string;
};

/** Milliseconds. A browser needs some to start where two cores have much to do. */
const SLOW = 120_000;

const newFolder = () => mkdtempSync(join(tmpdir(), 'profile-'));

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** Tests that run once in each engine. */
export const test = base.extend<OfTest, OfWorker>({
  engine: [{ name: 'chromium' }, { option: true, scope: 'worker' }],
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: the first argument has to be a pattern
    async ({}, use) => {
      const world = await startWorld();
      await use(world);
      await world.stop();
    },
    { scope: 'worker', timeout: SLOW },
  ],
  start: [
    async ({ engine }, use) => {
      await use(async (how) => {
        if (engine.name === 'chromium') return launchChromium(await chromiumLaunch(), how);
        return engine.name === 'firefox' ? launchFirefox(engine.path, how) : launchWebKit(engine.path, how);
      });
    },
    { scope: 'worker' },
  ],
  shared: [
    async ({ start, world }, use) => {
      const profile = newFolder();
      const browser = await start({ profile, proxy: world.proxy });
      await use(browser);
      await browser.kill();
      remove(profile);
    },
    { scope: 'worker', timeout: SLOW },
  ],
  tab: async ({ shared, world }, use) => {
    const tab = await shared.newTab();
    await use(tab);
    world.hold(false);
    await tab.close();
  },
  launch: async ({ start }, use) => {
    const started: Browser[] = [];
    await use(async (how) => {
      const browser = await start(how);
      started.push(browser);
      return browser;
    });
    for (const browser of started) await browser.kill();
  },
  // biome-ignore lint/correctness/noEmptyPattern: the first argument has to be a pattern
  profile: async ({}, use) => {
    const folder = newFolder();
    await use(folder);
    remove(folder);
  },
});
