import type { Page } from '@playwright/test';
import { type CentrePair, drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { describeCentreKey, pageKey } from '../../../src/protocol/wire/centre-key.ts';

/** A page as the site serves it, but with the key of a centre that the test holds. Gives both halves of it. */
export async function withOwnCentre(page: Page): Promise<CentrePair> {
  const centre = drawPair();
  await withCentreKey(page, pageKey(describeCentreKey(centre)));
  return centre;
}

/** Serves forms and mailbox with another text where the centre's public keys stand. */
export async function withCentreKey(page: Page, text: string): Promise<void> {
  await page.route(/\/info\/[abfw]\/$/, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({
      response,
      body: html.replace(/data-centre-keys="[^"]*"/, `data-centre-keys="${text}"`),
    });
  });
}

/** What a browser complains of: messages in the console, errors of scripts, breaches of the policy. */
export async function complaints(page: Page): Promise<string[]> {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  await page.exposeFunction('heardBreach', (directive: string) => heard.push(directive));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'heardBreach');
      if (typeof report === 'function') report(event.violatedDirective);
    });
  });
  return heard;
}
