import { expect, type Page } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import type { AnswerName } from '../../../src/questions/answer-name.ts';
import { writtenAddress } from '../../../src/site/origin.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { filled, ui } from '../../support/ui.ts';
import { answerLeast, choose, fill, formOn, receipt, send } from '../parts/form.ts';
import { AT_WORK, fillRequest, fillWork } from '../support/reporter.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'form');

/** Fills in the least that can be sent, with one more answer for each pair, and sends it. */
async function sendLeast(
  page: Page,
  path: string,
  more: readonly [AnswerName, string][] = [],
): Promise<string> {
  await page.goto(path);
  for (const [name, value] of [['who', 'me'], ['danger', 'no'], ...more] as const) {
    await choose(page, name, value);
  }
  return send(page);
}

/** Each form, filled in with the least that can be sent. */
const LEAST = {
  form: answerLeast,
  work: (page: Page) => fillWork(page, AT_WORK),
  request: (page: Page) =>
    fillRequest(page, { about: ['training'], text: '20', organisation: 'OCMW', name: 'An', reply: '' }),
};

for (const language of languages) {
  for (const [form, height] of [
    ['form', 560],
    ['form', 640],
    ['work', 560],
    ['request', 560],
  ] as const) {
    test(`${language}, ${form}: on a screen of 360 × ${height} the whole code stands above the exit, and is large`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ viewport: { width: 360, height } });
      const page = await context.newPage();
      await page.goto(pathTo(form, language));
      await LEAST[form](page);
      await send(page);
      const place = await receipt(page).evaluate((element) => ({
        top: element.getBoundingClientRect().top,
        bottom: element.getBoundingClientRect().bottom,
        exit: document.querySelector('.exit')?.getBoundingClientRect().top ?? 0,
        size: Number.parseFloat(getComputedStyle(element).fontSize),
        rows: new Set([...element.children].map((group) => group.getBoundingClientRect().top)).size,
        columns: new Set([...element.children].map((group) => group.getBoundingClientRect().left)).size,
      }));
      expect(place.top).toBeGreaterThanOrEqual(0);
      expect(place.bottom).toBeLessThanOrEqual(place.exit);
      expect(place.size).toBeGreaterThanOrEqual(28);
      expect(place).toMatchObject({ rows: 2, columns: 2 });
      // Nothing that leads away before the code is written down; calling does not.
      await expect(page.locator('main a:not([href^="tel:"]):visible')).toHaveCount(0);
      await context.close();
    });
  }
}

test('the code hides when asked and when the page does, and can only be seen, or said to be noted, once it shows again', async ({
  page,
}) => {
  const written = await sendLeast(page, pathTo('form', 'en'));
  const main = page.getByRole('main');
  await formOn(page).hide.click();
  expect(await main.textContent()).not.toContain(written.slice(0, 4));
  await expect(formOn(page).hide).toBeHidden();
  await expect(formOn(page).noted).toBeHidden();
  await formOn(page).show.press('Enter');
  await expect(receipt(page)).toContainText(written.slice(0, 4));
  await formOn(page).noted.focus();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  expect(await main.textContent()).not.toContain(written.slice(0, 4));
  await expect(formOn(page).show).toBeFocused();
  await expect(formOn(page).noted).toBeHidden();
  await expect(page.locator('main [role="checkbox"]')).toHaveCount(0);
});

test('once it is written down, the rest shows, and the last four digits can be tried', async ({ page }) => {
  const written = await sendLeast(page, pathTo('form', 'en'));
  await expect(formOn(page).after).toBeHidden();
  await formOn(page).noted.click();
  await expect(formOn(page).after).toBeFocused();
  await expect(receipt(page)).not.toContainText(written.slice(0, 4));
  await expect(formOn(page).after.locator('.call')).toHaveAttribute('href', /^tel:/);
  const { how, lasts } = en.receipt;
  await expect(formOn(page).after).toContainText(filled(`${how} ${lasts}`, { site: writtenAddress('') }));
  await expect(page.locator('main a[href="tel:112"]:visible')).toHaveCount(0);

  const practice = formOn(page).practice;
  const wrong = String((Number(written.at(-1)) + 1) % 10);
  await practice.fill(written.slice(-4, -1) + wrong);
  await formOn(page).check.click();
  await expect(formOn(page).wrong).toBeVisible();
  await expect(receipt(page)).toContainText(written.slice(0, 4));
  const arabic = [...written.slice(-4)].map((digit) => String.fromCharCode(0x0660 + Number(digit))).join(' ');
  for (const right of [written.slice(-4), arabic, written]) {
    await practice.fill(right);
    await expect(formOn(page).wrong).toBeHidden();
    await practice.press('Enter');
    await expect(formOn(page).right).toBeVisible();
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
      const noted = await formOn(page).noted.boundingBox();
      expect((noted?.y ?? exit) + (noted?.height ?? 0)).toBeLessThanOrEqual(exit);
      await calls.last().click();
      await expect(formOn(page).code.question).toBeHidden();
    });
  }
}

test('a code that comes while nobody looks at the page is covered until it is asked for', async ({
  page,
}) => {
  await page.goto(pathTo('form', 'en'));
  await answerLeast(page);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  });
  await formOn(page).send.click();
  await expect(receipt(page)).toBeVisible({ timeout: 30_000 });
  expect(await page.getByRole('main').textContent()).not.toMatch(/\d{4}\D*\d{4}\D*\d{4}/);
  await expect(receipt(page)).not.toContainText(/\d/);
  await expect(formOn(page).saidCode).toBeEmpty();
  await expect(formOn(page).noted).toBeHidden();
  await formOn(page).show.click();
  await expect(receipt(page)).toContainText(/\d{4}/);
  await formOn(page).noted.click();
  await expect(formOn(page).noted).toBeHidden();
  await formOn(page).show.click();
  await expect(formOn(page).noted).toBeHidden();
});

test('who is in danger finds the emergency number, and who asked for a call what we do', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await choose(page, 'who', 'me');
  await choose(page, 'danger', 'yes');
  await choose(page, 'way', 'call');
  await fill(page, 'number', '0488 12 34 56');
  await send(page);
  await formOn(page).noted.click();
  await expect(page.locator('main a[href="tel:112"]:visible')).toHaveCount(1);
  await expect(formOn(page).after).toContainText(en.receipt.call);
});

test('thirty minutes without anybody end a receipt too, and say that the message arrived', async ({
  page,
}) => {
  await page.clock.install();
  const written = await sendLeast(page, pathTo('form', 'en'));
  await page.clock.fastForward('30:10');
  await expect(page.getByRole('main')).toContainText(en.emptied.sent);
  await expect(page.getByRole('main')).not.toContainText(en.emptied.nothing);
  await expect(page.getByRole('main')).not.toContainText(written.slice(0, 4));
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
