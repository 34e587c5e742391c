import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  type Browser as Connection,
  chromium,
  type Page,
} from '@playwright/test';
import * as z from 'zod';
import type { ChromiumLaunch } from '../../../tools/test/chromium.ts';
import { end, ended, printed, start } from './process.ts';
import type { Browser, Launch, Tab } from './tab.ts';

/** Names of keys, by the characters that WebDriver has for them. */
const KEYS: Record<string, string> = { '\uE008': 'Shift', '\uE007': 'Enter' };

/**
 * Chromium writes into its preferences that it runs, later that it ended well, and asks after another end whether to
 * open what was open. This makes a new profile, or is the tap on yes.
 */
function writePreferences(profile: string): void {
  const file = join(profile, 'Default/Preferences');
  const preferences = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { profile: {} };
  const { profile: ofProfile, ...others } = z.looseObject({ profile: z.looseObject({}) }).parse(preferences);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...others, profile: { ...ofProfile, exit_type: 'Normal' } }));
}

/** Milliseconds of one try to connect, and how often to try. */
const CONNECTING = 15_000;
const TRIES = 6;

/**
 * Connects to a running Chromium. A tab that is just being restored may answer nothing to who came too early, for as
 * long as that connection lasts; the next connection finds it there.
 */
async function connect(address: string, tries = TRIES): Promise<Connection> {
  try {
    return await chromium.connectOverCDP(address, { timeout: CONNECTING });
  } catch (error) {
    if (tries === 1) throw error;
    return connect(address, tries - 1);
  }
}

/** Chromium as somebody starts it: with its memory of pages, and its session on disk. */
export async function launchChromium(
  { executablePath, args, env }: ChromiumLaunch,
  { profile, proxy, restore }: Launch,
): Promise<Browser> {
  writePreferences(profile);
  // An address of the last time would be read as this time's.
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const child = start(
    executablePath,
    [
      ...args,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--proxy-server=https=127.0.0.1:${proxy}`,
      '--ignore-certificate-errors',
      '--window-size=1280,1024',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--password-store=basic',
      restore ? '--restore-last-session' : 'about:blank',
    ],
    env,
  );
  child.stdout?.resume();
  const address = await printed(child, child.stderr, /listening on (ws:\/\/\S+)/);
  const browser = await connect(address);

  const sessions = new Map<Page, Promise<CDPSession>>();
  const devtoolsOf = (page: Page) => {
    const session = sessions.get(page) ?? page.context().newCDPSession(page);
    sessions.set(page, session);
    return session;
  };

  const tabOf = (page: Page): Tab => ({
    open: async (url) => void (await page.goto(url)),
    async evaluate(expression) {
      // By the protocol itself: Playwright would wait for a page that is on its way.
      const { result, exceptionDetails } = await (await devtoolsOf(page)).send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value;
    },
    async input(input) {
      if (input.type === 'key') {
        for (const { type, value } of input.actions) {
          const key = KEYS[value] ?? value;
          await (type === 'keyDown' ? page.keyboard.down(key) : page.keyboard.up(key));
        }
        return;
      }
      for (const action of input.actions) {
        if (action.type === 'pointerMove') await page.mouse.move(action.x, action.y);
        else await (action.type === 'pointerDown' ? page.mouse.down() : page.mouse.up());
      }
    },
    async traverse(delta) {
      const devtools = await devtoolsOf(page);
      const { currentIndex, entries } = await devtools.send('Page.getNavigationHistory');
      const entry = entries[currentIndex + delta];
      if (entry) await devtools.send('Page.navigateToHistoryEntry', { entryId: entry.id });
    },
    close: () => page.close(),
  });

  const first = (): BrowserContext => {
    const [context] = browser.contexts();
    if (!context) throw new Error('Chromium has no window');
    return context;
  };
  return {
    async newTab() {
      return tabOf(await first().newPage());
    },
    // The one from the npm package has no such thing.
    keepsSession: () => existsSync(join(profile, 'Default/Sessions')),
    tabs: async () => first().pages().map(tabOf),
    async quit() {
      const devtools = await browser.newBrowserCDPSession();
      await devtools.send('Browser.close').catch(() => {});
      await ended(child);
    },
    kill: () => end(child, 'SIGKILL'),
  };
}
