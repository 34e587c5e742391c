import { type Browser, chromium } from '@playwright/test';
import type { Language } from '../../src/i18n/languages.ts';
import { type PageName, pathTo } from '../../src/site/routes.ts';
import { chromiumLaunch } from '../test/chromium.ts';
import { median } from './rounds.ts';
import { limitRow, type Row } from './table.ts';

/** How many times slower than this computer a cheap telephone is taken to be. */
const SLOWER = 6;

/** A slow line: bytes a second, either way, which is 400 kbit/s, and milliseconds until anything comes back. */
const LINE = { bytes: 50_000, latency: 400 };

/** Seconds within which a form is to be usable there. */
const GOAL = 3;

const ROUNDS = 3;

/** A form, and whom it is for. Who needs help and who knows somebody write in the same. */
type Form = { page: PageName; lang: Language; who: string };

/** The forms whose bytes and speed are measured: those of the site, and in the language whose letters take most bytes. */
export const FORMS: readonly Form[] = [
  { page: 'form', lang: 'nl', who: 'me or somebody I know, Dutch' },
  { page: 'form', lang: 'uk', who: 'me or somebody I know, Ukrainian' },
  { page: 'work', lang: 'fr', who: 'somebody met at work, French' },
];

/** Opens forms of a site with nothing in the cache of a browser, over a slow line and on a slow processor. */
export async function benchForms(origin: string): Promise<Row[]> {
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    const rows: Row[] = [];
    for (const { page, lang, who } of FORMS) {
      const seconds: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        seconds.push(await openForm(browser, origin + pathTo(page, lang)));
      const what = `seconds until the form can be used, 400 kbit/s, 400 ms, CPU ${SLOWER}× slower: ${who}`;
      rows.push(limitRow(what, Number(median(seconds).toFixed(2)), GOAL, 's'));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function openForm(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LINE.latency,
      downloadThroughput: LINE.bytes,
      uploadThroughput: LINE.bytes,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('[data-part="onward"]:enabled').waitFor();
    // By the page's own clock: all that its script does it has done when this is over.
    const usable = await page.evaluate(() => {
      const [visit] = performance.getEntriesByType('navigation');
      return Number(visit?.toJSON().domContentLoadedEventEnd);
    });
    return usable / 1000;
  } finally {
    await page.close();
  }
}
