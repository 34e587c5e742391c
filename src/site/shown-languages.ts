import { isLanguage, type Language, pageLanguages, speaks, type Tier } from '../i18n/languages.ts';
import { stringReadings } from '../i18n/reading.ts';
import { namespacesUpTo } from '../i18n/resources.ts';
import { readingOf } from '../print/catalogue/readings.ts';
import type { Reading } from '../reading/mark.ts';
import { siteEnv } from './site-env.ts';

/**
 * The readings of what the pages of a tier say in a language. Those of the site are written, not translated, and need
 * none. Where there is no page on rights, the page of help says the leaflet on them.
 */
export function readingsOf(language: Language, tier: Tier): Reading[] {
  if (isLanguage(language)) return [];
  const leaflet = speaks(language, 'print') && !speaks(language, 'safe');
  return [
    ...stringReadings(language, namespacesUpTo(tier, language)),
    ...(leaflet ? [readingOf('protection', language)] : []),
  ];
}

const read = new Map<string, boolean>();

/** Whether somebody who speaks a language has read all that its pages of a tier say. */
export function isReadLanguage(language: Language, tier: Tier): boolean {
  const key = `${language} ${tier}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const now = readingsOf(language, tier).every((reading) => reading.read);
  read.set(key, now);
  return now;
}

/**
 * Whether the pages of a tier are in a language in this build: the real site has none that nobody who speaks it has read.
 * A page that helps need not wait until somebody has read the form.
 */
export const isShownLanguage = (language: Language, tier: Tier): boolean =>
  siteEnv() !== 'production' || isReadLanguage(language, tier);

/** The languages that there is a page in, in this build, in the order of the table. */
export const shownLanguages = (): Language[] =>
  pageLanguages.filter((language) => isShownLanguage(language, 'help'));
