import { isolated } from '../../i18n/isolated.ts';

/**
 * The words that a script says, from the `data-words` of its page: those of one language, since no script should carry
 * three. Page and script are built together, and their type is that of the file in content/ which the page hands on
 * whole: a word that is not in it does not compile. Throws when the page has none.
 */
export function readWords<Words extends object>(root: HTMLElement): Words {
  const words: Words = JSON.parse(root.dataset['words'] ?? '');
  return words;
}

/**
 * A sentence with its places filled: `{{name}}` stands for a value. What is filled in brings in no places of its own, and
 * keeps its order on a page that is read from right to left.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  const apart = globalThis.document?.dir === 'rtl' ? isolated : String;
  return sentence.replace(/{{(\w+)}}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : apart(`${value}`);
  });
}

/** Sentences for numbers of something, one for each form that a language has: `left_one`, `left_other`. */
export type Counted<Key extends string> = { readonly [Form in `${Key}_other`]: string };

/** The sentence that counts, in the form that the page's language has for a number; `{{count}}` stands for the number. */
export function withCount<Key extends string>(
  words: Counted<Key>,
  key: Key,
  count: number,
  values = {},
): string {
  const forms: Readonly<Record<string, unknown>> = words;
  const form = new Intl.PluralRules(document.documentElement.lang).select(count);
  return fill(String(forms[`${key}_${form}`] ?? forms[`${key}_other`]), { ...values, count });
}
