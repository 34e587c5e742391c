import { expect, type Page } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { fillLeast, formOn, send } from '../parts/form.ts';
import { AT_WORK, fillRequest, fillWork } from '../support/reporter.ts';
import { test } from '../support/test.ts';

const REQUEST = { about: ['training'], text: '20', organisation: 'OCMW Gent', name: 'An', reply: '' };

/** Counts what the page draws one byte at a time, which are the digits of receipt codes. */
async function countDigits(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const draw = crypto.getRandomValues.bind(crypto);
    Object.assign(window, { digits: 0 });
    crypto.getRandomValues = (array) => {
      if (array?.byteLength === 1) Object.assign(window, { digits: Reflect.get(window, 'digits') + 1 });
      return draw(array);
    };
  });
  return () => page.evaluate(() => Number(Reflect.get(window, 'digits')));
}

for (const [name, fill] of [
  ['form', fillLeast],
  ['work', (page: Page) => fillWork(page, AT_WORK)],
  ['request', (page: Page) => fillRequest(page, REQUEST)],
] as const) {
  test(`${name}: makes the mailbox while the last lines are read, and the same one is sent`, async ({
    page,
  }) => {
    const digits = await countDigits(page);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(pathTo(name, 'en'));
    await expect(formOn(page).notReady).toBeHidden();
    expect(await digits()).toBe(0);
    await fill(page);
    await formOn(page).send.scrollIntoViewIfNeeded();
    await expect.poll(digits).toBeGreaterThanOrEqual(15);
    const drawn = await digits();
    await send(page);
    expect(await digits()).toBe(drawn);
  });
}
