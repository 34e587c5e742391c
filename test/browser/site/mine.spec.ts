import { expect } from '@playwright/test';
import { emergency, helpTelephone } from '../../../src/facts/telephone.ts';
import { languagesOf } from '../../../src/i18n/languages.ts';
import { isIn, pathTo } from '../../../src/site/routes.ts';
import { filled, ui } from '../../support/ui.ts';
import { read } from '../support/built-pages.ts';
import { test } from '../support/test.ts';

for (const language of languagesOf('write')) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
      test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

      test('eight pictures, each with yes and no, then a number, the form and the rights', async ({
        page,
      }) => {
        const { mine, safe } = { mine: ui(language, 'mine'), safe: ui(language, 'safe') };
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await page.goto(pathTo('help', language));
        await page.getByRole('link', { name: safe.nav.mine }).click();
        await expect(page).toHaveTitle(safe.safeTitle);
        await expect(page.locator('.mine li svg')).toHaveCount(8);
        for (const [sign, means] of Object.entries(mine.means)) {
          const says = safe.help[sign as keyof typeof mine.means];
          const question = page
            .locator('.mine li')
            .filter({ has: page.getByRole('heading', { name: says }) });
          const answer = question.getByText(filled(means, { number: emergency.shown }));
          await expect(answer).toBeHidden();
          await question.locator('summary').first().click();
          await expect(answer).toBeVisible();
          await question.locator('summary').first().click();
          await expect(answer).toBeHidden();
          await question.locator('summary').last().press('Enter');
          await expect(question.getByText(mine.next)).toBeVisible();
        }
        await expect(page.locator(`main a[href="${helpTelephone().href}"]`)).toBeVisible();
        // Where there is no page on rights, help says them.
        const rights = isIn('rights', language)
          ? pathTo('rights', language)
          : `${pathTo('help', language)}#rights`;
        for (const next of [pathTo('form', language), rights])
          await expect(page.locator(`main a[href="${next}"]`)).toBeVisible();
        if (rights.includes('#')) expect(read(pathTo('help', language))).toContain('id="rights"');

        // What was chosen is in no address, no request, no store, and gone with the page.
        expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(pathTo('mine', language));
        expect(asked).toHaveLength(2);
        await page.reload();
        await expect(page.locator('.mine details[open]')).toHaveCount(0);
      });
    });
  }

  test(`${language}: there is no field that a browser could keep, and nothing counts`, () => {
    const html = read(pathTo('mine', language));
    expect(html).not.toMatch(/<(input|select|textarea|form|button)\b/);
    expect(html.match(/<script/g)).toHaveLength(1);
  });
}
