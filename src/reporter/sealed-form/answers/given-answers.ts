import { type Answered, isAsked, type Questions } from '../../../questions/question.ts';

/** An answer as it goes into an item: what is not chosen, not ticked or blank is nothing. */
export function given(answer: unknown): unknown {
  if (typeof answer === 'string') return answer.trim() === '' ? undefined : answer;
  if (Array.isArray(answer)) return answer.length > 0 ? answer : undefined;
  return answer || undefined;
}

/** The whole number that was typed, in digits and nothing else; NaN where it is none. */
export const wholeNumber = (typed: string): number =>
  /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN;

/**
 * The answers that go into an item, or into a part of it, by the names of their questions: those that were given to what
 * is asked. What was answered before another answer took the question back is not among them.
 */
export function givenAnswers(rows: Questions, answers: Answered, within?: string): Answered {
  const asked = Object.entries(rows).filter(([, row]) => row.within === within && isAsked(row, answers));
  return Object.fromEntries(
    asked.map(([field, { control }]) => {
      const answer = given(answers[field]);
      return [field, control === 'number' && typeof answer === 'string' ? wholeNumber(answer) : answer];
    }),
  );
}
