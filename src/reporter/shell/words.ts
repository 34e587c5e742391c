/**
 * The words that a script says, from the `data-words` of its page: those of one language, since no script should carry
 * three. Page and script are built together, and their type is that of the file in content/ which the page hands on
 * whole: a word that is not in it does not compile. Throws when the page has none.
 */
export function readWords<Words extends object>(root: HTMLElement): Words {
  const words: Words = JSON.parse(root.dataset['words'] ?? '');
  return words;
}

/** A sentence with its number put in: `#` stands for it. */
export function withNumber(sentence: string, number: number): string {
  return sentence.replace('#', String(number));
}

/** A sentence for one of something, and one for more, or none. `#` stands for the number. */
export type Counted = { one: string; other: string };

/** The right one of two sentences, with its number put in. */
export function withCount(sentences: Counted, count: number): string {
  return withNumber(count === 1 ? sentences.one : sentences.other, count);
}
