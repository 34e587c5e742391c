import { describe, expect, it } from 'vitest';
import { type CsvStyle, csv, csvOfAll, field } from '../../../src/charts/csv.ts';
import type { Sheet } from '../../../src/charts/sheet.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { allCsv, csvName, seriesCsv } from '../../../src/reports/csv.ts';
import { filled, ui } from '../../support/ui.ts';
import { report2024, sheets2024 } from '../reports/sheets.ts';

describe('a field of a CSV file', () => {
  it.each([
    ['716', '716', '716'],
    ['Brussels', 'Brussels', 'Brussels'],
    ['a; b', '"a; b"', 'a; b'],
    ['a, b', 'a, b', '"a, b"'],
    ['says “yes”', 'says “yes”', 'says “yes”'],
    ['says "yes"', '"says ""yes"""', '"says ""yes"""'],
    ['two\nlines', '"two\nlines"', '"two\nlines"'],
    ['=1+1', "'=1+1", "'=1+1"],
    ['+32', "'+32", "'+32"],
    ['-5', "'-5", "'-5"],
    ['@SUM(A1)', "'@SUM(A1)", "'@SUM(A1)"],
    ['\tx', "'\tx", "'\tx"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"', '"\'=HYPERLINK(""x"",""y"")"'],
    ['1–4', '1–4', '1–4'],
  ])('%j is written %j, and in English %j', (text, belgian, english) => {
    expect(field(text, ';')).toBe(belgian);
    expect(field(text, ',')).toBe(english);
  });
});

const style: CsvStyle = { separator: ',', few: 'small group', source: 'Source: us, 2024.' };
const sheet: Sheet = {
  name: 'kinds',
  title: 'Kinds',
  finding: '',
  unit: 'people',
  rowsAre: 'Year',
  columns: ['Theirs', 'Ours'],
  rows: [
    {
      name: '2022',
      year: 2022,
      marked: false,
      cells: [
        { value: 1234, text: '1,234' },
        { value: 0, text: '0' },
      ],
    },
    {
      name: '2023',
      year: 2023,
      marked: false,
      cells: [
        { value: undefined, text: '1–4' },
        { value: 7, text: '7' },
      ],
    },
  ],
  drawn: [],
  note: undefined,
  period: '2022–2023',
};

describe('a CSV file', () => {
  it('has nothing but numbers in a column of numbers; what is too small stands beside it', () => {
    expect(csv(sheet, style)).toBe(
      '\ufeffYear,Theirs,Theirs: small group,Ours\r\n2022,1234,,0\r\n2023,,1–4,7\r\n\r\n"Source: us, 2024."\r\n',
    );
  });

  it('of all series has a line for each number', () => {
    const heads = ['Figures', 'Row', 'Column', 'Number', 'Unit', 'Period'] as const;
    expect(csvOfAll([sheet], heads, style).split('\r\n')).toEqual([
      '\ufeffFigures,Row,Column,Number,Number: small group,Unit,Period',
      'Kinds,2022,Theirs,1234,,people,2022–2023',
      'Kinds,2022,Ours,0,,people,2022–2023',
      'Kinds,2023,Theirs,,1–4,people,2022–2023',
      'Kinds,2023,Ours,7,,people,2022–2023',
      '',
      '"Source: us, 2024."',
      '',
    ]);
  });

  it('begins with the mark of UTF-8 and a row of names in the language, and parts fields as spreadsheets there do', () => {
    const heads = sheets2024()
      .filter(({ sheet }) => sheet.name === 'women-men')
      .map(({ sheet, lang }) => {
        const head = seriesCsv(report2024(), sheet, lang).split('\r\n')[0];
        return [lang, head === `\ufeff${[sheet.rowsAre, ...sheet.columns].join(lang === 'en' ? ',' : ';')}`];
      });
    expect(heads).toEqual([
      ['nl', true],
      ['fr', true],
      ['en', true],
    ]);
  });

  it.each(languages)('ends in %s with where its numbers come from', (lang) => {
    for (const { sheet, lang: own } of sheets2024()) {
      if (own !== lang) continue;
      const last = seriesCsv(report2024(), sheet, lang).trimEnd().split('\r\n').at(-1) ?? '';
      const { title, year } = report2024();
      const source = filled(ui(lang, 'site').report.csvSource, { title: title[lang], year });
      expect(last).toContain(source);
      expect(source).toContain(title[lang]);
    }
  });

  it('of all series has as many lines as they have numbers', () => {
    const sheets = sheets2024()
      .filter(({ lang }) => lang === 'fr')
      .map(({ sheet }) => sheet);
    const numbers = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
    expect(allCsv(report2024(), sheets, 'fr').split('\r\n')).toHaveLength(1 + numbers.length + 3);
  });

  it('is saved under a name that says what it is', () => {
    expect(csvName(report2024(), 'D’où viennent les récits ?')).toBe(
      'pag-asa-2024-d-ou-viennent-les-recits.csv',
    );
    expect(csvName(report2024(), 'Kleuren per vorm')).toBe('pag-asa-2024-kleuren-per-vorm.csv');
  });
});
