import { type Answered, isAsked, type Questions } from './question.ts';

/** The screens of a form on which something is asked with these answers, in its order. */
export function screensAsked(rows: Questions, answers: Answered): string[] {
  const asked = Object.values(rows).filter((row) => isAsked(row, answers));
  return [...new Set(asked.map(({ screen }) => screen))];
}

/** The questions of a screen that are asked with these answers, in their order. */
export function askedOn(rows: Questions, screen: string, answers: Answered): string[] {
  return Object.entries(rows).flatMap(([field, row]) =>
    row.screen === screen && isAsked(row, answers) ? [field] : [],
  );
}
