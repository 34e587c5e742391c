import * as z from 'zod/mini';

/**
 * The words that a script says, read from the `data-words` of its page: `src/i18n` translates them while the site is
 * built, so that no script carries three languages. Throws when one is missing.
 */
export function readWords<T extends z.core.$ZodType>(root: HTMLElement, words: T): z.output<T> {
  return z.parse(words, JSON.parse(root.dataset['words'] ?? '{}'));
}

/** A sentence with its number put in: `#` stands for it. */
export function withNumber(sentence: string, number: number): string {
  return sentence.replace('#', String(number));
}
