import type { AnswersOf, Question, Questions } from '../../src/questions/question.ts';

/** What stands in a form with these questions before anybody has chosen, ticked or typed. */
export function noAnswers<Rows extends Questions>(rows: Rows): AnswersOf<Rows> {
  const answers = Object.entries(rows).map(([field, row]) => [field, noAnswer(row)]);
  // For each row `noAnswer` gives what `AnswersOf` says; a type can't follow it through the list.
  return Object.fromEntries(answers) as AnswersOf<Rows>;
}

function noAnswer({ control }: Question): null | [] | false | '' {
  if (control === 'radios') return null;
  if (control === 'checks') return [];
  return control === 'checkbox' ? false : '';
}
