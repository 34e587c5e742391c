import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../src/i18n/languages.ts';
import { anyAddress } from '../../../tools/bench/intake/any-address.ts';
import { openKeyFile } from '../../../tools/keys/key-file.ts';
import { localKey } from '../../../tools/serve/local-key.ts';
import { storeInvite } from '../../../tools/store/create-invite.ts';
import { inviteLocally } from '../../../tools/store/let-in-local.ts';
import { withLocalDatabase } from '../../../tools/store/local-store.ts';
import { TEST_FOLDER, TEST_STATE, testDesk } from '../../../tools/test/test-site.ts';
import { deskOn } from '../parts/desk.ts';

/** An invitation into the store of the served site: its code. Whoever opens it is let in, or is left alone. */
export async function invite(letIn: 'let in' | 'left alone' = 'let in'): Promise<string> {
  const key = await localKey(TEST_FOLDER);
  const opened = await openKeyFile(key.secretFile, key.passphrase);
  if (!opened.ok) throw new Error(opened.code);
  if (letIn === 'let in') return inviteLocally(TEST_STATE, opened.keys);
  return (await withLocalDatabase(TEST_STATE, (database) => storeInvite(database))).code;
}

/**
 * Takes an invitation in a browser of its own, with a new name, and ends at the list of referrals. Gives the passphrase
 * that was drawn, and typed as a member types it from paper: by the keyboard.
 */
export async function join(page: Page, language: Language, name: string): Promise<string> {
  // Sign-ins are limited by address, and all tests come from one.
  await page.setExtraHTTPHeaders({ 'CF-Connecting-IP': anyAddress() });
  await page.goto(testDesk(language, await invite()));
  await deskOn(page).name.fill(name);
  await deskOn(page).openInvitation.click();
  const shown = page.locator('[data-value="passphrase"]');
  await expect(shown).toHaveText(/^[a-z]{6}( [a-z]{6}){3}$/, { timeout: 30_000 });
  const passphrase = (await shown.textContent()) ?? '';
  await deskOn(page).written.click();
  await deskOn(page).passphrase.pressSequentially(passphrase);
  await deskOn(page).join.click();
  await untilOpen(page);
  return passphrase;
}

/** Signs a member in, typing by the keyboard, and ends at the desk. */
export async function signIn(page: Page, name: string, passphrase: string): Promise<void> {
  await deskOn(page).name.fill(name);
  await deskOn(page).passphrase.pressSequentially(passphrase);
  await deskOn(page).signIn.click();
  await untilOpen(page);
}

/** Stretching a passphrase takes seconds, and two browsers share the processor. */
async function untilOpen(page: Page): Promise<void> {
  await expect(deskOn(page).lock.first()).toBeVisible({ timeout: 60_000 });
}
