import { expect, type Page } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { expectKept, fill, fillLeast, formOn, reachCheck, send } from '../parts/form.ts';
import { test } from '../support/test.ts';
import { refuse } from '../support/worker-answers.ts';

const language = 'nl';

/** The page of the form as somebody at this address opens it. */
async function openFrom(page: Page, address: string) {
  await page.setExtraHTTPHeaders({ 'CF-Connecting-IP': address });
  await page.goto(pathTo('form', language));
}

/** Has an address ask for more than it may within a minute. */
async function useUp(page: Page, address: string) {
  const asked = Array.from({ length: 130 }, () =>
    page.request.put('/api/referrals/x', { data: {}, headers: { 'CF-Connecting-IP': address } }),
  );
  await Promise.all(asked);
}

test('who shares an address with a flood still gets a receipt: the telephone works for it, and nobody solves a puzzle', async ({
  page,
}) => {
  const address = '203.0.113.201';
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('429')) complaints.push(message.text());
  });
  await openFrom(page, address);
  await useUp(page, address);
  await fillLeast(page);
  const answers: number[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/referrals/')) answers.push(response.status());
  });
  expect(await send(page)).toMatch(/^\d{16}$/);
  expect(answers).toEqual([429, 201]);
  expect(complaints).toEqual([]);
});

test('where the telephone cannot work for it, the words stay and the number to call is there at once', async ({
  page,
}) => {
  const address = '203.0.113.202';
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await openFrom(page, address);
  await useUp(page, address);
  await fillLeast(page);
  await formOn(page).send.click();
  const unsent = formOn(page).unsent;
  await expect(unsent).toBeFocused({ timeout: 20_000 });
  await expect(unsent.locator('a[href^="tel:"]').first()).toBeVisible();
  await expectKept(page, 'story', 'Help');
});

test('in a flood a long text is told at once to become shorter, and stays', async ({ page }) => {
  await openFrom(page, '203.0.113.203');
  await page.route('**/api/referrals/*', (route) => refuse(route, 'crowded', 600));
  const story = 'Ц'.repeat(2000);
  await fillLeast(page);
  await fill(page, 'story', story);
  await reachCheck(page);
  await formOn(page).send.click();
  const unsent = formOn(page).unsent;
  await expect(unsent).toBeFocused({ timeout: 20_000 });
  await expect(unsent).toContainText(ui(language, 'form').unsent.crowded);
  await expect(unsent.locator('a[href^="tel:"]').first()).toBeVisible();
  await expectKept(page, 'story', story);
});
