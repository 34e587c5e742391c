import { describe, expect, it } from 'vitest';
import { figuresYaml } from '../../../src/desk/figures/files.ts';
import { FIGURE_TABLE_NAMES } from '../../../src/desk/figures/tables.ts';
import { yearFigures } from '../../../src/desk/figures/year.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { readYamlText, whole } from '../../../src/reading/read.ts';
import { CountedYear, countedReport } from '../../../src/reports/counted.ts';
import { cardsOf } from '../desk/figures/cards.ts';
import { COUNTED_YEAR, figures } from './counted-year.ts';

const read = (text: string) => whole(readYamlText({ text, file: 'saved.yaml' }, CountedYear));
const made = () => {
  const report = countedReport(read(figuresYaml(figures)));
  if (!report) throw new Error('There is no report');
  return report;
};

describe('what seven hundred cards make', () => {
  it('is a chapter for each of those who are counted, and every table as a series', () => {
    const { report, series } = made();
    expect(report.year).toBe(COUNTED_YEAR + 1);
    expect(report.chapters.map(({ id }) => id)).toEqual(['contacts', 'written', 'victims']);
    expect(report.chapters.flatMap((chapter) => chapter.series ?? []).sort()).toEqual(
      [...series.keys()].sort(),
    );
    expect([...series.keys()]).toEqual([...FIGURE_TABLE_NAMES]);
  });

  it('has the numbers that the desk told, and none of them confirmed', () => {
    for (const [name, { rows, confirmed }] of made().series) {
      const told = figures.tables.find((table) => table.name === name)?.told;
      expect(rows.map(({ values }) => values)).toEqual(told?.cells);
      expect(confirmed).toBe(false);
    }
  });

  it('is named in each language, with no number but that of all in a sentence', () => {
    for (const { title, finding, rows } of made().series.values()) {
      for (const language of languages) {
        expect(title[language]).not.toBe('');
        expect(finding[language]).toMatch(new RegExp(`${COUNTED_YEAR}.*\\d`));
        expect(new Set(rows.map((row) => row.name?.[language])).size).toBe(rows.length);
      }
    }
  });
});

it('makes no report where nothing can be told, or where rows are missing', () => {
  expect(countedReport(read(figuresYaml(yearFigures(COUNTED_YEAR, cardsOf(COUNTED_YEAR, 3)))))).toBeNull();
  const short = figuresYaml(figures).replace(/ {2}origins:\n.*\n/, '  origins:\n');
  expect(countedReport(read(short))).toBeNull();
});
