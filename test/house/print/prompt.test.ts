import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';
import { askedOnPaper, prompts } from '../../../src/print/documents/prompt.ts';
import type { Question } from '../../../src/questions/question.ts';
import { WORK_QUESTIONS } from '../../../src/questions/work.ts';
import { ui } from '../../support/ui.ts';

describe.each(languages)('the sheet of questions in %s', (language) => {
  const asked = ['start', 'second'].flatMap((screen) => askedOnPaper(language, screen));
  const words: Readonly<Record<string, unknown>> = { ...ui(language, 'work') };

  it('asks all that the form asks, in its order and its words', () => {
    const questions = Object.keys(WORK_QUESTIONS).map((field) => Object(words[field]).question);
    expect(asked.map(({ question }) => question)).toEqual(questions);
    expect(prompts().find((one) => one.language === language)?.data['sides']).toEqual(
      ['start', 'second'].map((screen) => askedOnPaper(language, screen)),
    );
  });

  it('offers the answers of the form, where they can be ticked', () => {
    for (const [at, [field, row]] of Object.entries<Question>(WORK_QUESTIONS).entries()) {
      const options = 'options' in row && field !== 'speaks' ? row.options : [];
      expect(asked[at]?.options).toEqual(options.map((value) => Object(words[field])[value]));
    }
  });

  it('has no line to write on for what could tell who the person is', () => {
    const rows = Object.values<Question>(WORK_QUESTIONS);
    expect(asked.filter(({ write }, at) => write && rows[at]?.gated)).toEqual([]);
    expect(asked.filter(({ write }) => write).length).toBeGreaterThan(5);
  });
});
