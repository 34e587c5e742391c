import { expect, type Page } from '@playwright/test';
import { sentence, ui, whole } from '../../support/ui.ts';
import { button, languageOf } from './page.ts';

/** Passing a case on, as a member finds it in an open case and in the dialog. */
export function passingOn(page: Page) {
  const words = ui(languageOf(page), 'desk').passOn;
  const dialog = page.getByRole('dialog');
  const section = page.getByRole('region', { name: words.label, exact: true });
  return {
    dialog,
    begin: button(page, words.action),
    to: (partner: keyof typeof words.partner) =>
      dialog.getByRole('radio', { name: words.partner[partner], exact: true }),
    agrees: (said: 'yes' | 'no') => dialog.getByRole('radio', { name: words[said], exact: true }),
    how: dialog.getByRole('textbox', { name: whole(words.howYes, words.howNo) }),
    part: (name: string) => dialog.getByRole('checkbox', { name, exact: true }),
    text: dialog.getByRole('textbox', { name: words.text, exact: true }),
    review: button(dialog, words.review),
    back: button(dialog, words.back),
    /** What the other centre will read, one after the other. */
    said: dialog.getByRole('definition'),
    seal: button(dialog, words.seal),
    code: dialog.locator('[data-value="code"]'),
    done: button(dialog, words.done),
    /** How far it has come. */
    stands: (stage: keyof typeof words.stage) => section.getByText(sentence(words.stage[stage])),
    revoke: button(section, words.revoke),
    tell: button(section, words.tell),
  };
}

/** Fills the dialog in: to Payoke, the person agrees. Seals, and gives the code: 16 digits. */
export async function passOn(page: Page, more?: (dialog: ReturnType<typeof passingOn>) => Promise<void>) {
  const dialog = passingOn(page);
  await dialog.begin.click();
  await dialog.to('payoke').check();
  await dialog.agrees('yes').check();
  await dialog.how.fill('by telephone');
  await more?.(dialog);
  await dialog.review.click();
  const read = await dialog.said.allInnerTexts();
  await dialog.seal.click();
  await expect(dialog.code).toBeVisible({ timeout: 30_000 });
  // It is told by telephone and shown this once: no key takes it away.
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
  const code = (await dialog.code.innerText()).replace(/\D/g, '');
  await dialog.done.click();
  return { code, read };
}
