import { expect, type Page, test } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { writtenAddress } from '../../../src/site/origin.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { filled, ui } from '../../support/ui.ts';
import { send } from '../support/reporter.ts';

const en = ui('en', 'form');

const option = (page: Page, name: string, value: string) =>
  page.locator(`[data-field="${name}"] [value="${value}"]`);

/** Fills in the least that can be sent, with one more answer for each pair, and sends it. */
async function sendLeast(page: Page, path: string, more: readonly [string, string][] = []): Promise<string> {
  await page.goto(path);
  for (const [name, value] of [['who', 'me'], ['danger', 'no'], ...more] as const) {
    await option(page, name, value).click();
  }
  return send(page);
}

const code = (page: Page) => page.locator('[data-receipt]');

for (const language of languages) {
  for (const height of [560, 640]) {
    test(`${language}: on a screen of 360 × ${height} the whole code stands above the exit, and is large`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ viewport: { width: 360, height } });
      const page = await context.newPage();
      await sendLeast(page, pathTo('form', language));
      const place = await code(page).evaluate((element) => ({
        bottom: element.getBoundingClientRect().bottom,
        exit: document.querySelector('.exit')?.getBoundingClientRect().top ?? 0,
        size: Number.parseFloat(getComputedStyle(element).fontSize),
        rows: new Set([...element.children].map((group) => group.getBoundingClientRect().top)).size,
        columns: new Set([...element.children].map((group) => group.getBoundingClientRect().left)).size,
      }));
      expect(place.bottom).toBeLessThanOrEqual(place.exit);
      expect(place.size).toBeGreaterThanOrEqual(28);
      expect(place).toMatchObject({ rows: 2, columns: 2 });
      // Nothing that leads away before the code is written down; calling does not.
      await expect(page.locator('main a:not([href^="tel:"]):visible')).toHaveCount(0);
      await context.close();
    });
  }
}

test('the code hides when asked and when the page does, and shows again at a button that says so', async ({
  page,
}) => {
  const written = await sendLeast(page, pathTo('form', 'en'));
  const main = page.locator('main');
  await page.getByRole('button', { name: en.receipt.hide }).click();
  expect(await main.textContent()).not.toContain(written.slice(0, 4));
  await expect(page.getByRole('button', { name: en.receipt.hide })).toBeHidden();
  await page.getByRole('button', { name: en.receipt.show }).press('Enter');
  await expect(code(page)).toContainText(written.slice(0, 4));
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  expect(await main.textContent()).not.toContain(written.slice(0, 4));
  await expect(page.getByRole('button', { name: en.receipt.show })).toHaveCount(1);
  await expect(page.locator('main [role="checkbox"]')).toHaveCount(0);
});

test('once it is written down, the rest shows, and the last four digits can be tried', async ({ page }) => {
  const written = await sendLeast(page, pathTo('form', 'en'));
  await expect(page.locator('[data-part="after"]')).toBeHidden();
  await page.locator('[data-action="noted"]').click();
  await expect(page.locator('[data-part="after"]')).toBeFocused();
  await expect(code(page)).not.toContainText(written.slice(0, 4));
  await expect(page.locator('[data-part="after"] .call')).toHaveAttribute('href', /^tel:/);
  await expect(page.locator('[data-part="after"]')).toContainText(
    filled(en.receipt.how, { site: writtenAddress('') }),
  );
  await expect(page.locator('main a[href="tel:112"]:visible')).toHaveCount(0);

  const practice = page.locator('[data-field="practice"]');
  const wrong = String((Number(written.at(-1)) + 1) % 10);
  await practice.fill(written.slice(-4, -1) + wrong);
  await page.getByRole('button', { name: en.receipt.practice.check, exact: true }).click();
  await expect(page.locator('[data-part="wrong"]')).toBeVisible();
  await expect(code(page)).toContainText(written.slice(0, 4));
  const arabic = [...written.slice(-4)].map((digit) => String.fromCharCode(0x0660 + Number(digit))).join(' ');
  for (const right of [written.slice(-4), arabic, written]) {
    await practice.fill(right);
    await expect(page.locator('[data-part="wrong"]')).toBeHidden();
    await practice.press('Enter');
    await expect(page.locator('[data-part="right"]')).toBeVisible();
  }
});

for (const language of languages) {
  for (const danger of ['yes', 'no']) {
    test(`${language}: whom to call stands below the code before it is written down, danger: ${danger}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 360, height: 640 });
      await sendLeast(page, pathTo('form', language), [['danger', danger]]);
      const calls = page.locator('main a[href^="tel:"]:visible');
      await expect(calls).toHaveCount(danger === 'yes' ? 2 : 1);
      if (danger === 'yes') await expect(calls.first()).toHaveAttribute('href', 'tel:112');
      const exit = (await page.locator('.exit').boundingBox())?.y ?? 0;
      const noted = await page.locator('[data-action="noted"]').boundingBox();
      expect((noted?.y ?? exit) + (noted?.height ?? 0)).toBeLessThanOrEqual(exit);
      await calls.last().click();
      await expect(page.locator('[data-part="ask-code"]')).toBeHidden();
    });
  }
}

test('a code that comes while nobody looks at the page is covered until it is asked for', async ({
  page,
}) => {
  await page.goto(pathTo('form', 'en'));
  await option(page, 'who', 'me').click();
  await option(page, 'danger', 'no').click();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  });
  await page.locator('[data-action="send"]').click();
  await expect(page.locator('[data-receipt]')).toBeVisible({ timeout: 30_000 });
  expect(await page.locator('main').textContent()).not.toMatch(/\d{4}\D*\d{4}\D*\d{4}/);
  await expect(code(page)).not.toContainText(/\d/);
  await expect(page.locator('[data-part="code-said"]')).toBeEmpty();
  await page.getByRole('button', { name: en.receipt.show }).click();
  await expect(code(page)).toContainText(/\d{4}/);
});

test('who is in danger finds the emergency number, and who asked for a call what we do', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await option(page, 'way', 'call').click();
  await page.locator('[data-field="number"]').fill('0488 12 34 56');
  await option(page, 'who', 'me').click();
  await option(page, 'danger', 'yes').click();
  await send(page);
  await page.locator('[data-action="noted"]').click();
  await expect(page.locator('main a[href="tel:112"]:visible')).toHaveCount(1);
  await expect(page.locator('[data-part="after"]')).toContainText(en.receipt.call);
});

test('thirty minutes without anybody end a receipt too, and say that the message arrived', async ({
  page,
}) => {
  await page.clock.install();
  const written = await sendLeast(page, pathTo('form', 'en'));
  await page.clock.fastForward('30:10');
  await expect(page.locator('main')).toContainText(en.emptied.sent);
  await expect(page.locator('main')).not.toContainText(en.emptied.nothing);
  await expect(page.locator('main')).not.toContainText(written.slice(0, 4));
  await expect(page.locator('main .call')).toBeVisible();
});

test('the sun on the receipt is half a disc', async ({ page }) => {
  await sendLeast(page, pathTo('form', 'en'));
  const paths = await page.locator('.sky path').evaluateAll((found) =>
    found.map((path) => {
      const { width, height } = (path as SVGGraphicsElement).getBBox();
      return width / height;
    }),
  );
  expect(paths.length).toBe(2);
  for (const ratio of paths) expect(ratio).toBeCloseTo(2, 1);
});
