import { type Language, localeOf } from '../../i18n/languages.ts';
import { keptBy } from '../kept/kept.ts';

const DAY = 86_400;

const days = keptBy(
  (language: Language) => new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }),
);

/** A day (counted since 1970) in words, as a language writes it: `3 februari 2027`. */
export const dayText = (day: number, language: Language): string => days(language).format(day * DAY * 1000);

/** The same of the day in which a moment lies that the worker keeps, in Unix seconds. */
export function dayTextAt(at: number, language: Language): string {
  return dayText(Math.floor(at / DAY), language);
}
