import { type Language, localeOf } from '../i18n/languages.ts';

/** A day (`2027-07-30`) as Belgians write it in a language: 30 juli 2027, 30 juillet 2027, 30 July 2027. */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}
