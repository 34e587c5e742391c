import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';
import { ui } from '../../support/ui.ts';

it.each(languages)(
  'in %s the page about referring asks how soon an answer is needed as the form does',
  (lang) => {
    const { when } = ui(lang, 'work');
    const asked = when.question.replace(/\s*\?$/, '');
    const lines = readFileSync(`content/${lang}/pages/refer.md`, 'utf8').split('\n');
    const said = lines.find((line) => line.includes(asked))?.toLowerCase();
    for (const answer of [when.now, when.tonight, when.today, when.week])
      expect(said).toContain(answer.toLowerCase());
  },
);
