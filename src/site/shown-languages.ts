import { isLanguage, type Language, pageLanguages, speaks } from '../i18n/languages.ts';
import { stringReadings } from '../i18n/reading.ts';
import { readingOf } from '../print/catalogue/readings.ts';
import type { Reading } from '../reading/mark.ts';
import { siteEnv } from './site-env.ts';

/**
 * The readings of what the pages of a language say. Those of the site are written, not translated, and need none. Where
 * there is no page on rights, the page of help says the leaflet on them.
 */
export function readingsOf(language: Language): Reading[] {
  if (isLanguage(language)) return [];
  const leaflet = speaks(language, 'print') && !speaks(language, 'safe');
  return [...stringReadings(language), ...(leaflet ? [readingOf('protection', language)] : [])];
}

const read = new Map<Language, boolean>();

/** Whether somebody who speaks a language has read all that its pages say. */
export function isReadLanguage(language: Language): boolean {
  const known = read.get(language);
  if (known !== undefined) return known;
  const now = readingsOf(language).every((reading) => reading.read);
  read.set(language, now);
  return now;
}

/** Whether there are pages in a language in this build: the real site has none that nobody who speaks it has read. */
export const isShownLanguage = (language: Language): boolean =>
  siteEnv() !== 'production' || isReadLanguage(language);

/** The languages that there is a page in, in this build, in the order of the table. */
export const shownLanguages = (): Language[] => pageLanguages.filter(isShownLanguage);
