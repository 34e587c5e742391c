import { languages, type SiteLanguage } from '../../i18n/languages.ts';
import { stringsOf } from '../../i18n/resources.ts';
import type { Question } from '../../questions/question.ts';
import { WORK_QUESTIONS } from '../../questions/work.ts';
import { siteOrigin, writtenAddress } from '../../site/origin.ts';
import { pathTo } from '../../site/routes.ts';
import { materialText } from '../catalogue/texts.ts';
import { type PrintDocument, printDocument } from '../engine/document.ts';
import { printCode } from '../engine/qr.ts';

/**
 * A question on paper: what is asked, a hint, and what can be chosen; nothing to choose where one writes. `write`: whether there
 * is a line to write on. What could tell who the person is has none: paper lies about.
 */
export type Asked = { question: string; hint: string | null; options: string[]; write: boolean };

/** More answers than these are written and not ticked: nobody looks for a language among twenty squares. */
const MOST_TICKED = 8;

/** The questions of a screen of the form of professionals, in its order and its words. */
export function askedOnPaper(language: SiteLanguage, screen: string): Asked[] {
  const words: Readonly<Record<keyof typeof WORK_QUESTIONS, object>> = stringsOf(language, 'work');
  const fields = Object.keys(WORK_QUESTIONS) as (keyof typeof WORK_QUESTIONS)[];
  return fields.flatMap((field) => {
    const row: Question = WORK_QUESTIONS[field];
    if (row.screen !== screen) return [];
    const said = words[field] as Readonly<Partial<Record<string, string>>>;
    const options = 'options' in row && row.options.length <= MOST_TICKED ? row.options : [];
    return [
      {
        question: said['question'] ?? '',
        hint: said['hint'] ?? null,
        options: options.map((value) => said[value] ?? ''),
        write: options.length === 0 && !row.gated,
      },
    ];
  });
}

/** What professionals are asked, to have at hand: paper and form are made from one table, and can't differ. */
export function prompts(): PrintDocument[] {
  return languages.map((language) => {
    const text = materialText('prompt', language);
    const form = pathTo('work', language);
    const { second } = stringsOf(language, 'work');
    return printDocument({
      item: 'prompt',
      language,
      paper: 'a4',
      pages: 2,
      title: text.title,
      confirmed: text.confirmed,
      file: text.file,
      template: 'prompt',
      data: {
        text,
        second,
        sides: [askedOnPaper(language, 'start'), askedOnPaper(language, 'second')],
        form: writtenAddress(form),
        qr: printCode(siteOrigin + form, text.form),
      },
    });
  });
}
