import { type Answered, isAsked, type Questions } from '../../../questions/question.ts';
import { given, wholeNumber } from './given-answers.ts';

/**
 * A field of a form that is not right: nothing was answered where something is required, a text is too long (`over`: by
 * how many UTF-16 code units), a number is none, or none from `least` to `most`, or it is more than the `whole` of which
 * it is a part.
 */
export type FieldError =
  | { field: string; code: 'missing' }
  | { field: string; code: 'long'; over: number }
  | { field: string; code: 'range'; least: number; most: number }
  | { field: string; code: 'part'; whole: number };

/** What keeps answers from being sent, in the order of the form. What is not asked is never wrong. */
export function findErrors(rows: Questions, answers: Answered): FieldError[] {
  return Object.entries(rows).flatMap(([field, row]): FieldError[] => {
    if (!isAsked(row, answers)) return [];
    const answer = given(answers[field]);
    const typed = typeof answer === 'string' ? answer : '';
    if (row.control === 'number') {
      const { least, most, partOf = '' } = row;
      const [number, whole] = [wholeNumber(typed), wholeNumber(String(answers[partOf]))];
      if (typed !== '' && !(number >= least && number <= most))
        return [{ field, code: 'range', least, most }];
      // Where the whole is none itself, that is said there.
      return whole > 0 && number > whole ? [{ field, code: 'part', whole }] : [];
    }
    const digits = 'limit' in row ? (row.digits ?? 0) : 0;
    const tooFew = (typed.match(/\p{Nd}/gu)?.length ?? 0) < digits;
    if (row.required && (answer === undefined || tooFew)) return [{ field, code: 'missing' }];
    const over = 'limit' in row ? typed.length - row.limit : 0;
    return over > 0 ? [{ field, code: 'long', over }] : [];
  });
}
