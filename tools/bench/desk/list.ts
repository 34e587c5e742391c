import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import type { CentreSecret } from '../../../src/protocol/seal/centre-pair.ts';
import type { CentreKey } from '../../../src/protocol/wire/centre-key.ts';
import { NEVER_BUSY } from '../../serve/never-busy.ts';
import { freePort } from '../../serve/port.ts';
import { serveSite } from '../../serve/serve-site.ts';
import { inviteLocally } from '../../store/let-in-local.ts';
import { migrate, withLocalDatabase } from '../../store/local-store.ts';
import { chromiumLaunch } from '../../test/chromium.ts';
import { inLanes } from '../in-lanes.ts';
import { sendReferral } from '../intake/intake.ts';
import { sealReferral } from '../sealed-referral.ts';
import { limitRow, type Row } from '../table.ts';
import { type DeskPage, deskPage, heapOf, joinDesk, signInToList, workOf } from './desk-page.ts';
import { talliesOf, tallyStatements } from './tallies.ts';

/** How many rows are open; what is measured at the others has no limit, it shows how it grows. */
const ROWS = [50, 300, 1000, 3000] as const;
const HELD = 1000;

const LIMITS = { list: 1.5, slowList: 5, memory: 25, poll: 1024, idle: 0.5, figures: 5 };

/** How many times slower than this computer a cheap telephone is taken to be. */
const SLOWER = 6;

/** How many contacts a year has: as many as PAG-ASA's report of 2023 has requests for help. */
const TALLIES = 716;

const MEMBER = 'Bench';
const MINUTE = 60_000;

/** What an open desk does by itself in a minute: bytes of the largest answer to a poll, and seconds of the main thread. */
async function idleMinute(desk: DeskPage): Promise<{ poll: number; idle: number }> {
  let poll = 0;
  desk.page.on('requestfinished', async (request) => {
    if (!request.url().includes('/api/desk/')) return;
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    poll = Math.max(poll, responseBodySize + responseHeadersSize);
  });
  const before = await workOf(desk);
  await wait(MINUTE);
  return { poll, idle: ((await workOf(desk)) - before) / 1000 };
}

/** Seconds from the tap on the figures of the year before until they are there. */
async function figuresTime({ page }: DeskPage): Promise<number> {
  const start = performance.now();
  await page.locator('[data-action="menu"]').click();
  await page.locator('[data-action="figures"]').click();
  await page.locator('dialog .buttons button').first().click();
  await page.locator('.figures-totals').waitFor({ timeout: MINUTE });
  return (performance.now() - start) / 1000;
}

async function rowsAt(browser: Browser, origin: string, passphrase: string, count: number): Promise<Row[]> {
  const row = (what: string, is: number, most: number, unit: string): Row => {
    const said = `${what}, ${count} rows open`;
    return count === HELD ? limitRow(said, is, most, unit) : { what: said, ours: `${is} ${unit}` };
  };
  const seconds = (time: number) => Number((time / 1000).toFixed(2));

  const slow = await deskPage(browser, origin);
  await slow.session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const slowList = await signInToList(slow, MEMBER, passphrase, count);
  await slow.page.context().close();

  const desk = await deskPage(browser, origin);
  const list = await signInToList(desk, MEMBER, passphrase, count);
  // What comes later comes now.
  await desk.page.waitForLoadState('networkidle');
  await wait(5000);
  const { poll, idle } = await idleMinute(desk);
  const memory = Number(((await heapOf(desk)) / 1_000_000).toFixed(1));
  const rows = [
    row('from the open desk to its list', seconds(list), LIMITS.list, 's'),
    row(`the same, CPU ${SLOWER}× slower`, seconds(slowList), LIMITS.slowList, 's'),
    row('memory of its page after a minute', memory, LIMITS.memory, 'MB'),
    row('a poll in which nothing changed', poll, LIMITS.poll, 'bytes'),
    row('main thread in an idle minute', Number(idle.toFixed(2)), LIMITS.idle, 's'),
  ];
  if (count === HELD) {
    const figures = Number((await figuresTime(desk)).toFixed(2));
    rows.push(limitRow(`the figures of a year of ${TALLIES}`, figures, LIMITS.figures, 's'));
  }
  await desk.page.context().close();
  return rows;
}

/** Opens the desk in a browser, over a store of its own in `folder` that gets fuller and fuller. */
export async function benchList(
  folder: string,
  pages: string,
  key: CentreKey,
  secrets: readonly CentreSecret[],
): Promise<Row[]> {
  const [newest] = secrets;
  if (!newest) throw new Error('There is no key to seal with.');
  const state = `${folder}/list`;
  migrate(state);
  const port = await freePort();
  const vars = { ...NEVER_BUSY, DESK_HOST: '127.0.0.1' };
  const served = await serveSite({ port, pages, state, log: `${folder}/list.log`, vars });
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    const origin = `http://${vars.DESK_HOST}:${port}`;
    const tallies = talliesOf(new Date().getFullYear() - 1, TALLIES);
    const statements = tallyStatements(newest, tallies);
    await withLocalDatabase(state, (database) =>
      database.batch(statements.map(({ sql, value }) => database.prepare(sql).bind(value))),
    );
    const first = await deskPage(browser, origin, await inviteLocally(state, secrets));
    const passphrase = await joinDesk(first, MEMBER);
    await first.page.context().close();
    const rows: Row[] = [];
    let sent = 0;
    for (const count of ROWS) {
      const more = Array.from({ length: count - sent }, () => sealReferral(key));
      await inLanes(more, 16, (each) => sendReferral(served.origin, each));
      sent = count;
      rows.push(...(await rowsAt(browser, origin, passphrase, count)));
    }
    return rows;
  } finally {
    await browser.close();
    await served.stop();
  }
}
