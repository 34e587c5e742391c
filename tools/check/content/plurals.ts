import { type Language, localeOf } from '../../../src/i18n/languages.ts';

/** The ending of a key by which i18next finds the form for a number: `days_one`, `days_other`. */
const ENDING = /_(zero|one|two|few|many|other)$/;

/** A number up to which a language's forms are asked for. French has one more for millions, which nothing here counts. */
const HIGHEST = 1000;

/** A key without the ending of its plural. */
export const stemOf = (key: string): string => key.replace(ENDING, '');

/** The ending of a key's plural, or nothing for one that does not count. */
export const formOf = (key: string): string | undefined => ENDING.exec(key)?.[1];

/** The forms that a language has for whole numbers (CLDR, by Intl.PluralRules), each with how many numbers take it. */
export function pluralForms(language: Language): Map<string, number> {
  const rules = new Intl.PluralRules(localeOf(language));
  const forms = new Map<string, number>();
  for (let number = 0; number <= HIGHEST; number += 1) {
    const form = rules.select(number);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return forms;
}
