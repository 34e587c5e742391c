import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';
import { ui } from '../../support/ui.ts';

/** As the page says it, to professionals. */
const formal = (words: string) => words.replace('heb je', 'hebt u');

it.each(languages)(
  'in %s the page about referring asks how soon an answer is needed as the form does',
  (lang) => {
    const { when } = ui(lang, 'form');
    const asked = formal(when.question).replace(/\s*\?$/, '');
    const lines = readFileSync(`content/${lang}/pages/refer.md`, 'utf8').split('\n');
    const said = lines.find((line) => line.includes(asked))?.toLowerCase();
    for (const answer of [when.now, when.today, when.week]) expect(said).toContain(answer.toLowerCase());
  },
);
