import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../../src/i18n/languages.ts';
import type { CentreSecret } from '../../../src/protocol/seal/centre-pair.ts';
import { anyAddress } from '../../../tools/bench/intake/any-address.ts';
import { drawInvite, letInSql, openedSql, untilOpened } from '../../../tools/store/create-invite.ts';
import { testDesk } from '../../../tools/test/test-site.ts';
import { deskOn } from '../parts/desk.ts';
import { centreKeys, ownStore } from './own-store.ts';

/** An invitation into the store of the served site: its code. Whoever opens it is let in, or is left alone. */
export async function invite(letIn: 'let in' | 'left alone' = 'let in'): Promise<string> {
  const { code, id, sql } = await drawInvite('administrator');
  await ownStore(sql);
  if (letIn === 'let in') void letInWhenOpened(id, await centreKeys());
  return code;
}

/** Milliseconds for which somebody who opens an invitation is let in, and from one look at it to the next. */
const WATCHED = 120_000;
const LOOK = 100;

async function letInWhenOpened(id: string, keys: readonly CentreSecret[]): Promise<void> {
  const look = async () => (await ownStore(openedSql(id)))[0];
  const opened = await untilOpened(look, Date.now() + WATCHED, LOOK);
  if (opened) await ownStore(letInSql(opened, keys));
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
  await openBy(page, deskOn(page).join);
  return passphrase;
}

/** Signs a member in, typing by the keyboard, and ends at the desk. */
export async function signIn(page: Page, name: string, passphrase: string): Promise<void> {
  await deskOn(page).name.fill(name);
  await deskOn(page).passphrase.pressSequentially(passphrase);
  await openBy(page, deskOn(page).signIn);
}

/** Locks the desk, and waits until it asks who is there. */
export async function lockDesk(page: Page): Promise<void> {
  await deskOn(page).lock.click();
  await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });
}

/**
 * Presses what opens the desk, and waits until it is open: stretching a passphrase takes seconds, and browsers share the
 * processor.
 */
async function openBy(page: Page, opens: Locator): Promise<void> {
  await opens.click();
  await expect(deskOn(page).lock.first()).toBeVisible({ timeout: 60_000 });
}
