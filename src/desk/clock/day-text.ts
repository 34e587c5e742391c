import { type Language, localeOf } from '../../i18n/languages.ts';

const DAY = 86_400;

/** A day (counted since 1970) in words, as a language writes it: `3 februari 2027`. */
export function dayText(day: number, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    day * DAY * 1000,
  );
}

/** The same of the day in which a moment lies that the worker keeps, in Unix seconds. */
export function dayTextAt(at: number, language: Language): string {
  return dayText(Math.floor(at / DAY), language);
}
