import type { Locator, Page } from '@playwright/test';
import { isPageLanguage, type Language, nameOf } from '../../../src/i18n/languages.ts';
import { namespacesOf } from '../../../src/i18n/resources.ts';
import { ui, whole } from '../../support/ui.ts';

/** The language of the page that is open, as its address says. Throws where a page has none. */
export function languageOf(page: Page): Language {
  const [, language] = new URL(page.url()).pathname.split('/');
  if (!isPageLanguage(language)) throw new Error(`${page.url()} is in no language`);
  return language;
}

/** A button with just this name. */
export const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/** What is said aloud by itself, where it says just this. */
export const status = (page: Page, ...said: string[]): Locator =>
  page.getByRole('status').filter({ hasText: whole(...said) });

/** A paragraph that says just this. */
export const paragraph = (within: Page | Locator, ...said: string[]): Locator =>
  within.getByRole('paragraph').filter({ hasText: whole(...said) });

/** The notice that a form or the mailbox is not ready yet. */
export function notReady(page: Page): Locator {
  const language = languageOf(page);
  const says = (['form', 'request', 'mailbox'] as const)
    .filter((part) => namespacesOf(language).includes(part))
    .map((part) => ui(language, part).notReady.text);
  return page.getByRole('status').filter({ has: paragraph(page, ...says) });
}

/** The way out of the site. */
export const exit = (page: Page): Locator =>
  page.getByRole('link', { name: ui(languageOf(page), 'safe').exit.label });

/** The name of the site, that leads to its first page. */
export const wordmark = (page: Page): Locator => page.getByRole('banner').getByRole('link').first();

/** The same page in another language. */
export const inLanguage = (page: Page, language: Language): Locator =>
  page
    .getByRole('navigation', { name: ui(languageOf(page), 'safe').languages })
    .getByRole('link', { name: nameOf(language) });
