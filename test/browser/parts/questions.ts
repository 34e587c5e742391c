import type { Locator, Page } from '@playwright/test';
import { isLanguage, type LanguageOf, languagesOf, nameOf } from '../../../src/i18n/languages.ts';
import type { AnswerName } from '../../../src/questions/answer-name.ts';
import type { Question, Questions } from '../../../src/questions/question.ts';
import { REFERRAL_QUESTIONS } from '../../../src/questions/referral.ts';
import { REQUEST_QUESTIONS } from '../../../src/questions/request.ts';
import { WORK_QUESTIONS } from '../../../src/questions/work.ts';
import type { Said } from '../../../src/reporter/controls/said.ts';
import { copyWords } from '../../../src/reporter/request-form/copy-words.ts';
import type { QuestionWords, WordsOf } from '../../../src/reporter/sealed-form/asking/question-words.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui, whole } from '../../support/ui.ts';
import { languageOf } from './page.ts';

/** A question as a page asks it, and its words in the language of that page. */
function asked(page: Page, name: AnswerName): { row: Question; words: QuestionWords } {
  const language = languageOf(page);
  const referral: WordsOf<typeof REFERRAL_QUESTIONS, LanguageOf<'spoken'>> = ui(language, 'form');
  const find = (rows: Questions, words: Readonly<Partial<Record<AnswerName, QuestionWords>>>) => {
    const [row, said] = [rows[name], words[name]];
    if (!row || !said) throw new Error(`Nobody asks ${name}`);
    return { row, words: said };
  };
  // Requests and the page of professionals are in the languages of the site alone.
  if (!isLanguage(language)) return find(REFERRAL_QUESTIONS, referral);
  const request: WordsOf<typeof REQUEST_QUESTIONS> = {
    ...ui(language, 'request'),
    ...copyWords(ui(language, 'site').downloads.items),
  };
  const work: WordsOf<typeof WORK_QUESTIONS, LanguageOf<'spoken'>> = ui(language, 'work');
  return new URL(page.url()).pathname === pathTo('work', language)
    ? find(WORK_QUESTIONS, work)
    : find({ ...REFERRAL_QUESTIONS, ...REQUEST_QUESTIONS }, { ...referral, ...request });
}

/** Every wording of what is said, whoever writes. */
const wordings = (said: Said | undefined): string[] =>
  said === undefined ? [] : typeof said === 'string' ? [said] : Object.values(said);

/** The control of a question, by its name, in whichever wording the page has for who writes: one control, or the group. */
export function field(page: Page, name: AnswerName): Locator {
  const { row, words } = asked(page, name);
  const role = {
    radios: 'radiogroup',
    checks: 'group',
    checkbox: 'checkbox',
    line: 'textbox',
    lines: 'textbox',
    number: 'textbox',
  } as const;
  return page.getByRole(role[row.control], { name: whole(...wordings(words.question)) });
}

/** An answer to choose or to tick, by its value; of a single box `yes`. */
export function option(page: Page, name: AnswerName, value: string): Locator {
  const { row, words } = asked(page, name);
  const control = field(page, name);
  if (row.control === 'checkbox') return control;
  const spoken = languagesOf('spoken').find((tag) => name === 'speaks' && tag === value);
  const labels = spoken ? [nameOf(spoken)] : wordings(words[value]);
  const hints = wordings(words[`${value}Hint`]);
  const role = row.control === 'radios' ? 'radio' : 'checkbox';
  return control.getByRole(role, {
    name: whole(
      ...(hints.length === 0 ? labels : labels.flatMap((label) => hints.map((hint) => `${label} ${hint}`))),
    ),
  });
}

/** All that is chosen or ticked on a page, in sight or not. */
export const chosen = (page: Page): Locator =>
  page
    .getByRole('radio', { checked: true, includeHidden: true })
    .or(page.getByRole('checkbox', { checked: true, includeHidden: true }));
