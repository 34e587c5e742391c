import { type Browser, chromium } from '@playwright/test';
import type { CentreKey } from '../../src/protocol/wire/centre-key.ts';
import { drawMailbox } from '../../src/reporter/sealed-form/new-mailboxes.ts';
import { pathTo } from '../../src/site/routes.ts';
import { chromiumLaunch } from '../test/chromium.ts';
import { sendReferral } from './intake/intake.ts';
import { median } from './rounds.ts';
import { sealReferral } from './sealed-referral.ts';
import { limitRow, type Row } from './table.ts';

/** How many times slower than this computer a cheap telephone is taken to be. */
const SLOWER = 6;

/** Seconds within which a mailbox is to be open there. */
const GOAL = 3;

const ROUNDS = 5;

/** Opens mailboxes of a site in a browser whose processor is slowed down, from the tap to the messages. */
export async function benchPhone(origin: string, key: CentreKey): Promise<Row[]> {
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) seconds.push(await openMailbox(browser, origin, key));
    const what = `seconds until a mailbox is open, CPU ${SLOWER}× slower`;
    return [limitRow(what, Number(median(seconds).toFixed(2)), GOAL, 's')];
  } finally {
    await browser.close();
  }
}

async function openMailbox(browser: Browser, origin: string, key: CentreKey): Promise<number> {
  const { code, ...mailbox } = await drawMailbox();
  await sendReferral(origin, sealReferral(key, 1024, mailbox));
  const page = await browser.newPage({ baseURL: origin, viewport: { width: 360, height: 740 } });
  try {
    await page.goto(pathTo('mailbox', 'nl'));
    await page.locator('[data-part="door"] input').fill(code);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const start = performance.now();
    await page.locator('[data-part="open"]').click();
    await page.locator('[data-part="inside"] h1').waitFor();
    return (performance.now() - start) / 1000;
  } finally {
    await page.close();
  }
}
