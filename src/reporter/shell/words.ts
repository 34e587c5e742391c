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

/** A sentence for one of something, and one for more, or none. `#` stands for the number. */
export const Counted = z.object({ one: z.string(), other: z.string() });
export type Counted = z.infer<typeof Counted>;

/** The right one of two sentences, with its number put in. */
export function withCount(sentences: Counted, count: number): string {
  return withNumber(count === 1 ? sentences.one : sentences.other, count);
}
