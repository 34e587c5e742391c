import type form from '../../../content/nl/ui/form.json';

/**
 * What the script of any sealed form says: `script` in content/<language>/ui/form.json. `{{count}}` stands for a number
 * of characters, `{{label}}` for the label of a field. `missing` has a sentence for each question without an answer to
 * which nothing is sent, by its name. `range` is there where a number is asked for: it stands between `{{least}}` and
 * `{{most}}`; `part` where one is part of another: it is no more than `{{whole}}`.
 */
export type SealedFormWords = Omit<(typeof form)['script'], 'missing'> & {
  missing: Readonly<Record<string, string>>;
  range?: string;
  part?: string;
};

/** The words of a form with these required questions: one without a sentence does not compile. */
export type WordsFor<Required extends string> = SealedFormWords & { missing: Record<Required, string> };
