import type { Page } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { sentence, ui } from '../../support/ui.ts';
import { button, languageOf, paragraph } from './page.ts';

/** The page of another centre, as somebody there finds it, at its door and inside. */
export function partnerOn(page: Page) {
  const words = ui(languageOf(page), 'partner');
  return {
    code: page.getByRole('textbox', { name: words.code, exact: true }),
    open: button(page, words.open),
    /** What is wrong with the code. */
    error: (why: keyof typeof words.script.wrong) => paragraph(page, words.script.wrong[why]),
    inside: page.getByRole('heading', { level: 1, name: words.inside.title, exact: true }),
    /** What was passed on, one after the other. */
    said: page.getByRole('definition'),
    accept: button(page, words.inside.accept),
    accepted: page.getByRole('status').filter({ hasText: sentence(words.script.accepted) }),
    close: button(page, words.inside.close),
    help: page.getByRole('heading', { name: words.help.title, exact: true }),
  };
}

/** Opens the page in a language and types a code. */
export async function enterCode(page: Page, lang: 'nl' | 'fr' | 'en', code: string): Promise<void> {
  await page.goto(pathTo('partner', lang));
  await partnerOn(page).code.fill(code);
  await partnerOn(page).open.click();
}
