import type { Page } from '@playwright/test';
import nacl from 'tweetnacl';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';

/** A page as the site serves it, but with the key of a centre that the test holds. Gives that key pair, X25519. */
export async function withOwnCentre(page: Page): Promise<nacl.BoxKeyPair> {
  const centre = nacl.box.keyPair();
  await withCentreKey(page, toBase64url(centre.publicKey));
  return centre;
}

/** Serves forms and mailbox with another text where the centre's public key stands. */
export async function withCentreKey(page: Page, text: string): Promise<void> {
  await page.route(/\/info\/[abf]\/$/, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({
      response,
      body: html.replace(/data-centre-key="[^"]*"/, `data-centre-key="${text}"`),
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
