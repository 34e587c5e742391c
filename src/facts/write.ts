import type { Language } from '../i18n/languages.ts';
import { formatNumber } from './format-number.ts';
import type { Fact, InEachLanguage } from './schema.ts';
import { dialledAbroad, telephone } from './telephone.ts';

/** A fact as people read it in a language, with the link that it becomes. */
export interface WrittenFact {
  text: string;
  href?: string;
}

/** The text of a fact in a language. Throws where the fact has none. */
function inLanguage(texts: InEachLanguage, language: Language): string {
  const text: string | undefined = texts[language];
  if (text === undefined) throw new Error(`The fact has no text in ${language}`);
  return text;
}

/** Keeps the groups of a number on one line. */
const unbroken = (text: string) => text.replaceAll(' ', '\u00a0');

/**
 * Writes a fact; with `abroad`, a telephone number as one dials it from another country. Throws where there is nothing
 * to write: a claim, a fact that nobody knows yet, a number from abroad that is none.
 */
export function writeFact({ value, as }: Fact, language: Language, abroad = false): WrittenFact {
  if (value === true || value === null || as === 'claim') throw new Error('There is nothing to write');
  if (abroad && (typeof value !== 'string' || as !== 'telephone'))
    throw new Error('Only a telephone number can be dialled from abroad');
  if (typeof value === 'number') return { text: formatNumber(value, language) };
  if (typeof value !== 'string') return { text: inLanguage(value, language) };
  if (as === 'telephone')
    return { text: unbroken(abroad ? dialledAbroad(value) : value), href: telephone(value).href };
  if (as === 'email') return { text: value, href: `mailto:${value}` };
  return { text: as === undefined ? value : unbroken(value) };
}
