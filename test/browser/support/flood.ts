import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { inLanes } from '../../../tools/bench/in-lanes.ts';
import { sentence, ui } from '../../support/ui.ts';
import { deskOn, row } from '../parts/desk.ts';
import { nameOf } from './case.ts';
import { join } from './member.ts';
import { ownStore } from './own-store.ts';
import { sendJunk } from './refer.ts';

/** Sends so many envelopes that nobody can open, with padded plaintexts of so many bytes, some at once. Gives their ids. */
export async function flood(request: APIRequestContext, count: number, bucket: number): Promise<string[]> {
  return inLanes(Array.from({ length: count }), 8, async () => {
    const { id, status } = await sendJunk(request, { bucket });
    expect(status).toBe(201);
    return id;
  });
}

/** Takes threads out of every list, as throwing them away does, so that other tests need not fetch them. */
export async function putAway(ids: readonly string[]): Promise<void> {
  await ownStore(
    `UPDATE threads SET thrown_id = ?, thrown_by = (SELECT id FROM members LIMIT 1), thrown_at = 1,
       rev = rev + 1, changed = (SELECT n + 1 FROM changes WHERE one = 1) + seen.key
     FROM json_each(?) seen WHERE threads.id = seen.value`,
    ids[0] ?? null,
    JSON.stringify(ids),
  );
}

/** A line to the desk: kilobits a second, and milliseconds there and back. */
export type Line = { kbit: number; latency: number };

/** Puts a page on a line. */
async function putOn(page: Page, { kbit, latency }: Line): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const throughput = (kbit * 1000) / 8;
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency },
    ...{ downloadThroughput: throughput, uploadThroughput: throughput },
  });
}

/**
 * Joins on a line, and gives the milliseconds from asking for the list for the first time until each of these threads is
 * on the screen.
 */
export async function timesToRows(page: Page, ids: readonly string[], line: Line): Promise<number[]> {
  const list = '**/api/desk/threads*';
  await page.route(list, (route) => route.abort());
  await join(page, 'en', nameOf('Flood'));
  await expect(page.getByRole('alert').filter({ hasText: ui('en', 'desk').fault.offline })).toBeVisible();
  await page.unroute(list);
  await putOn(page, line);
  const start = performance.now();
  await deskOn(page).refresh.click();
  return Promise.all(
    ids.map(async (id) => {
      await row(page, id).waitFor({ timeout: 120_000 });
      return performance.now() - start;
    }),
  );
}

/** What the desk says while there is more to fetch. */
export const stillFetching = (page: Page) => page.getByText(sentence(ui('en', 'desk').list.pending_other));

/** The bytes that came over the network, head and all, for the next time that the desk asks what has changed. */
export async function bytesOfPoll(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const asked = new Set<string>();
  const bytes = new Promise<number>((resolve) => {
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (/\/api\/desk\/threads\?since=/.test(request.url)) asked.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (asked.has(requestId)) resolve(encodedDataLength);
    });
  });
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  return bytes;
}
