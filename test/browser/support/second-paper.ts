import { expect, type Page } from '@playwright/test';
import { ui } from '../../support/ui.ts';
import { button, languageOf } from '../parts/page.ts';

/** Adds a second passphrase in the screen of the ways in, typed by the keyboard as from paper. Gives what was drawn. */
export async function addPaper(page: Page, before?: () => Promise<void>): Promise<string> {
  const { ways, invite } = ui(languageOf(page), 'desk');
  const dialog = page.getByRole('dialog', { name: ways.title, exact: true });
  await button(dialog, ways.addPaper).click();
  const shown = dialog.locator('[data-value="passphrase"]');
  await expect(shown).toHaveText(/^[a-z]{6}( [a-z]{6}){3}$/);
  const passphrase = (await shown.textContent()) ?? '';
  await button(dialog, invite.written).click();
  await before?.();
  await dialog.getByLabel(invite.fromPaper, { exact: true }).pressSequentially(passphrase);
  await button(dialog, ways.prove).click();
  await expect(dialog.getByRole('status').filter({ hasText: ways.added })).toBeVisible({ timeout: 60_000 });
  return passphrase;
}
