import { expect, type Page } from '@playwright/test';
import { createInvite, inviteSql } from '../../../tools/create-invite.ts';
import { openKeyFile } from '../../../tools/key-file.ts';
import { localKey } from '../../../tools/local-key.ts';
import { withLocalDatabase } from '../../../tools/local-store.ts';
import { TEST_FOLDER, TEST_STATE } from '../../../tools/test-site.ts';

/** An invitation into the store of the served site: the secret of its link. */
export async function invite(): Promise<string> {
  const key = await localKey(TEST_FOLDER);
  const opened = await openKeyFile(key.secretFile, key.passphrase);
  if (!opened.ok) throw new Error(opened.code);
  const { secret, ...made } = createInvite(opened.secretKeys);
  await withLocalDatabase(TEST_STATE, (database) => database.prepare(inviteSql({ secret, ...made })).run());
  return secret;
}

/** An address of its own, as members have: sign-ins are limited by address, and all tests come from one. */
function ownAddress(): string {
  return ['10', ...crypto.getRandomValues(new Uint8Array(3))].join('.');
}

/** Takes an invitation in a browser of its own, with a new name, and ends at the list of referrals. */
export async function join(page: Page, language: string, name: string, passphrase: string): Promise<void> {
  await page.setExtraHTTPHeaders({ 'CF-Connecting-IP': ownAddress() });
  await page.goto(`/${language}/desk/#${await invite()}`);
  await page.locator('[data-field="name"]').fill(name);
  await page.locator('[data-field="passphrase"]').fill(passphrase);
  await page.locator('[data-field="passphrase-again"]').fill(passphrase);
  await page.locator('[data-action="join"]').click();
  // Stretching a passphrase takes seconds, and two browsers share the processor.
  await expect(page.locator('[data-action="lock"]').first()).toBeVisible({ timeout: 60_000 });
}
