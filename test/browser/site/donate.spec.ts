import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Locator } from '@playwright/test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { factOf } from '../../../src/facts/facts.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { filled, ui } from '../../support/ui.ts';
import { test } from '../support/test.ts';

const reader = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
await prepareZXingModule({ overrides: { wasmBinary: readFileSync(reader).buffer }, fireImmediately: true });

/** What a telephone reads from a picture of what is on the screen. */
async function scan(code: Locator): Promise<{ lines: string[]; correction: string }> {
  const [found] = await readBarcodes(new Uint8Array(await code.screenshot()), { formats: ['QRCode'] });
  if (!found) throw new Error('No QR code can be read');
  return { lines: found.text.split('\n'), correction: JSON.parse(found.extra).ECLevel };
}

const [nl, en] = [ui('nl', 'site').donate, ui('en', 'site').donate];

const iban = String(factOf('centre.iban').value);
const message = String(factOf('centre.giftMessage').value);

for (const lang of languages) {
  for (const [choice, amount] of [
    ['10', 'EUR10.00'],
    ['40', 'EUR40.00'],
    ['100', 'EUR100.00'],
    ['free', ''],
  ] as const) {
    test(`${lang}: the code for ${choice} prepares that transfer, in light and dark`, async ({ page }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(pathTo('donate', lang));
        await page.locator(`input[value="${choice}"]`).check({ force: true });
        const shown = page.locator('.qr:visible');
        await expect(shown).toHaveCount(1);
        const { lines, correction } = await scan(shown);
        expect(lines).toEqual([
          ...['BCD', '002', '1', 'SCT', '', 'PAG-ASA vzw', iban.replaceAll(' ', '')],
          ...[amount, '', '', message],
        ]);
        expect(correction).toBe('M');
      }
    });
  }
}

test('a gift of every month shows how to set it up, and no code that pays once', async ({ page }) => {
  await page.goto(pathTo('donate', 'en'));
  await page.getByRole('radio', { name: '100' }).check({ force: true });
  await page.getByRole('radio', { name: en.monthly }).check({ force: true });
  await expect(page.locator('.qr:visible')).toHaveCount(0);
  await expect(page.getByText(filled(en.monthSum, { amount: 100 }))).toBeVisible();
});

test('the amounts can be chosen with the keyboard', async ({ page }) => {
  await page.goto(pathTo('donate', 'en'));
  await page.getByRole('radio', { name: '40' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(filled(en.onceSum, { amount: 100 }))).toBeVisible();
});

test('account number and message are copied as they are shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(pathTo('donate', 'nl'));
  await page.getByRole('button', { name: `${nl.copy} ${nl.iban}` }).click();
  await expect(page.getByText(nl.copied)).toBeVisible();
  // The page's own policy keeps it from reading the clipboard, so another page of the same browser looks.
  const other = await context.newPage();
  await other.goto('about:blank');
  await other.setContent('<textarea></textarea>');
  await other.locator('textarea').focus();
  await other.keyboard.press('Control+V');
  await expect(other.locator('textarea')).toHaveValue(iban);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the codes and the details are there, and no button that would do nothing', async ({ page }) => {
    await page.goto(pathTo('donate', 'fr'));
    await page.locator('input[value="10"]').check({ force: true });
    expect((await scan(page.locator('.qr:visible'))).lines[7]).toBe('EUR10.00');
    await expect(page.getByText(iban)).toBeVisible();
    await expect(page.locator('.copy:visible')).toHaveCount(0);
  });
});
