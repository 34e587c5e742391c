import type { Fact } from '../../../src/facts/schema.ts';
import { localeOf, pageLanguages } from '../../../src/i18n/languages.ts';

/** Smaller numbers are words of their own in any text: “3 conditions”, “under 18”. */
const SMALLEST = 20;

/** A place where a text says by hand what a fact says. */
export interface TypedFact {
  index: number;
  written: string;
  key: string;
}

/** What stands before a digit that belongs to the mark of a text that was read (src/reading/mark.ts): such digits say nothing. */
const IN_MARK = '(?<!\\bread-[0-9a-f]*)';

/** The characters that may stand between the groups of a number, in a pattern. */
const GAP = '[ .,\\u00a0\\u202f]?';

/**
 * The places of a text in which a telephone number, an account number or a figure of the facts is typed by hand,
 * in any of the ways in which people group its digits. Dates and years are no figures.
 */
export function typedFacts(text: string, facts: Map<string, Fact>): TypedFact[] {
  return [...facts].flatMap(([key, fact]) => {
    const pattern = patternOf(fact);
    if (!pattern) return [];
    return [...text.matchAll(pattern)].map(({ 0: written, index }) => ({ index, written, key }));
  });
}

function patternOf({ value, as }: Fact): RegExp | undefined {
  if (as === 'claim') return undefined;
  if (typeof value === 'string' && as !== undefined && /\d/.test(value)) {
    const digits = value.replace(/[^0-9A-Z]/g, '');
    // Three digits, such as 112, stand in many a number.
    return digits.length > 2
      ? new RegExp(`${IN_MARK}(?<![\\d.,])${[...digits].join('[ ./-]?')}(?![\\d])`, 'g')
      : undefined;
  }
  if (typeof value !== 'number' || value < SMALLEST) return undefined;
  const groups = value.toLocaleString('en').split(',').join(GAP);
  return new RegExp(`${IN_MARK}(?<![\\d.,{-])${groups}(?!\\d|[.,]\\d|\\s(?:${MONTHS.join('|')}))`, 'gi');
}

/** The names of the months in the languages of the texts: a number before one is a day or a year. */
const MONTHS = pageLanguages.flatMap((language) => {
  const month = new Intl.DateTimeFormat(localeOf(language), { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2000, index)));
});
