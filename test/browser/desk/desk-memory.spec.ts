import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { deskOn } from '../parts/desk.ts';
import { nameOf } from '../support/case.ts';
import { join, signIn } from '../support/member.ts';

const PLANTED = 'planted zofanu bakomi';

/** Everything that the page's memory holds, after the garbage is collected, as the text of a heap snapshot. */
async function heap(page: Page): Promise<string> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

/** Expects a word in the memory where it was planted, and the passphrase nowhere in it. */
async function expectForgotten(page: Page, passphrase: string): Promise<void> {
  await page.evaluate((words) => Reflect.set(window, 'planted', { words: [...words].join('') }), PLANTED);
  const text = await heap(page);
  expect(text.includes(PLANTED)).toBe(true);
  for (const piece of [passphrase, passphrase.slice(0, 13), passphrase.slice(-13)]) {
    expect(text.includes(piece), 'the passphrase is in the memory of the page').toBe(false);
  }
}

test('the passphrase is in no memory of the page: not after joining, not after signing in, not when locked', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const name = nameOf('Geheugen');
  const passphrase = await join(page, 'en', name);
  await expectForgotten(page, passphrase);
  await deskOn(page).lock.click();
  await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });
  await expectForgotten(page, passphrase);

  await signIn(page, name, passphrase);
  await expectForgotten(page, passphrase);
  await deskOn(page).lock.click();
  await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });
  await expectForgotten(page, passphrase);
});
