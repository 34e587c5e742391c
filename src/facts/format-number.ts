import { type Language, localeOf } from '../i18n/languages.ts';

/** A number as Belgians write it in a language: 1.769 in Dutch, 1 769 in French, 1,769 in English. */
export function formatNumber(value: number, language: Language): string {
  // The narrow space of French is in neither typeface; the plain no-break space is.
  return new Intl.NumberFormat(localeOf(language)).format(value).replaceAll('\u202f', '\u00a0');
}
