import { expect } from '@playwright/test';
import { ui } from '../../support/ui.ts';
import { test } from '../support/test.ts';

test.use({ javaScriptEnabled: false });

test('the materials are filtered without JavaScript, and lead to PDFs', async ({ page, request }) => {
  await page.goto('/nl/professionals/materiaal/');
  const shown = page.locator('.material:visible h3');
  const everything = await shown.count();
  expect(everything).toBeGreaterThan(10);

  await page.locator('[name="kind"][value="checklist"] + span').click();
  await expect(shown).toHaveCount(6);
  await page.locator('[name="kind"][value="card"] + span').click();
  await expect(shown).toHaveText([ui('nl', 'site').downloads.items.card.title]);
  await page.locator('[name="kind"][value="all"] + span').click();

  // In Arabic: the poster that speaks every language, the card and the protection leaflet, none of them read yet.
  await page.locator('[name="language"][value="ar"] + span').click();
  await expect(shown).toHaveCount(3);
  const unread = ui('nl', 'site').downloads.unread;
  await expect(page.locator('.material-language:visible', { hasText: unread })).toHaveCount(3);

  for (const link of await page.locator('.material a').all()) {
    const path = (await link.getAttribute('href')) ?? '';
    const file = await request.get(path);
    expect(file.headers()['content-type'], path).toBe('application/pdf');
  }
});
