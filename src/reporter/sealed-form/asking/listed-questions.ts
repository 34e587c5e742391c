import type { AnswerName } from '../../../questions/answer-name.ts';
import type { Question } from '../../../questions/question.ts';
import type { QuestionWords } from './question-words.ts';

/** A question as a page asks it. */
export type Listed = {
  field: AnswerName;
  /** Neutral, in the order of the form: `q6`, and `q6a` for what goes with it. It says nothing, wherever it shows. */
  id: string;
  row: Question;
  words: QuestionWords;
};

/** Questions that stand together: the one that leads or a title over all, and those that go with it. */
export type Screen = { name: string; questions: Listed[] };

/** The screens of a form, in its order. */
export function screensOf<Field extends AnswerName>(
  rows: Readonly<Record<Field, Question>>,
  words: Readonly<Record<Field, QuestionWords>>,
): Screen[] {
  // Nothing else is in it: the tables are checked against the items, field by field.
  const fields = Object.keys(rows) as Field[];
  const names = [...new Set(fields.map((field) => rows[field].screen))];
  return names.map((name, at) => {
    const here = fields.filter((field) => rows[field].screen === name);
    const others = here.filter((field) => field !== name);
    const idOf = (field: Field) => {
      const letter = field === name ? '' : String.fromCharCode(97 + others.indexOf(field));
      return `q${at + 1}${letter}`;
    };
    return {
      name,
      questions: here.map((field) => ({ field, id: idOf(field), row: rows[field], words: words[field] })),
    };
  });
}

/** Neighbours of a screen that are asked with the same answers to others. */
export type Group = { shownFor: string | undefined; questions: Listed[] };

/** The questions of a screen, grouped by what shows them. */
export function groupsOf({ questions }: Screen): Group[] {
  const groups: Group[] = [];
  for (const question of questions) {
    const shownFor = question.row.shownFor?.join(' ');
    const last = groups.at(-1);
    if (last && last.shownFor === shownFor) last.questions.push(question);
    else groups.push({ shownFor, questions: [question] });
  }
  return groups;
}
