import { type Browser, expect } from '@playwright/test';
import { KEYS } from '../../../functions/store/second/keys.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { TEST_PAGES } from '../../../tools/test/test-site.ts';
import { type FaultyHouse, faultyHouse } from '../../faults/served.ts';
import { expectKept, fillLeast, formOn, reachCheck, receipt, send } from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { test } from '../support/test.ts';

/*
 * The form and the mailbox before a worker whose stores fail: what a person sees, how soon, and that nothing of theirs
 * is lost by it.
 */
test.describe.configure({ mode: 'default' });

let house: FaultyHouse;
test.beforeAll(async () => {
  house = await faultyHouse(TEST_PAGES);
  await house.serve();
});
test.afterAll(() => house.end());

/** A page of the house's form, in which somebody has begun to write. */
async function writing(browser: Browser) {
  const context = await browser.newContext({ baseURL: house.origin });
  const page = await context.newPage();
  await page.goto(pathTo('form', 'en'));
  await fillLeast(page);
  return page;
}

for (const [DB, SECOND] of [
  ['down', 'down'],
  ['hangs', 'hangs'],
] as const) {
  test(`D1 ${DB}, R2 ${SECOND}: the telephone within ten seconds, the words kept, and sent once a store is back`, async ({
    browser,
  }) => {
    const page = await writing(browser);
    await house.stand({ DB: { fault: DB }, SECOND: { fault: SECOND } });
    await formOn(page).send.click();
    await expect(formOn(page).unsent.locator('.call')).toBeVisible({ timeout: 10_000 });
    await expectKept(page, 'story', 'Help');
    await reachCheck(page);
    expect((await house.held()).threads).toEqual([]);
    // One of them is enough.
    await house.stand({ DB: { fault: 'down' } });
    await expect(receipt(page)).toBeVisible({ timeout: 45_000 });
    await house.stand({});
    await house.sweep();
    const { threads, objects } = await house.held();
    // What was deleted before leaves its tombstone.
    const waiting = objects.filter((key) => !key.startsWith(KEYS.tombstone('')));
    expect([threads.length, waiting]).toEqual([1, []]);
    const code = (await receipt(page).innerText()).replace(/\D/g, '');
    const mailbox = await openMailbox(page, 'en', code);
    await mailbox.remove.click();
    await mailbox.removeAll.click();
    await expect(mailbox.shut('deleted')).toBeVisible();
    expect((await house.held()).threads).toEqual([]);
  });
}

test('a receipt while D1 hangs, and a mailbox that says that it was received', async ({ browser }) => {
  const page = await writing(browser);
  await house.stand({ DB: { fault: 'hangs' } });
  const code = await send(page);
  const mailbox = await openMailbox(page, 'en', code);
  await expect(mailbox.stands('received')).toBeVisible();
  await house.stand({});
});
