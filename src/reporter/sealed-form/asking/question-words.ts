import type { Said } from '../../controls/said.ts';

/** The words of a question: what it asks, a hint, and by their values the labels of its options (`…Hint`: their hints). */
export type QuestionWords = { question: Said; hint?: Said; [option: string]: Said | undefined };

/**
 * The words that questions need: a question without words, or an option without a label, does not compile. `Named` is
 * what needs no words of a language.
 */
export type WordsOf<Rows, Named extends string = never> = {
  [Field in keyof Rows]: { question: Said; hint?: Said } & (Rows[Field] extends {
    options: readonly (infer Option extends string)[];
  }
    ? { [Each in Exclude<Option, Named>]: Said }
    : unknown);
};
