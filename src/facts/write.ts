import { type Language, type SiteLanguage, speaks } from '../i18n/languages.ts';
import { formatNumber } from './format-number.ts';
import type { Fact } from './schema.ts';
import { dialledAbroad, telephone } from './telephone.ts';

/** A fact as people read it in a language, with the link that it becomes. */
export interface WrittenFact {
  text: string;
  href?: string;
}

/** The text of a fact in a language. Throws where the fact has none: it is written in those of the whole site. */
function inLanguage(texts: Readonly<Record<SiteLanguage, string>>, language: Language): string {
  if (!speaks(language, 'site')) throw new Error(`The fact has no text in ${language}`);
  return texts[language];
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
