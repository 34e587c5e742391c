import { describe, expect, it } from 'vitest';
import { csv, field } from '../../../src/charts/csv.ts';
import { sheets2024 } from '../reports/sheets.ts';

describe('a field of a CSV file', () => {
  it.each([
    ['716', '716'],
    ['Brussels', 'Brussels'],
    ['a; b', '"a; b"'],
    ['a, b', 'a, b'],
    ['says “yes”', 'says “yes”'],
    ['says "yes"', '"says ""yes"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+32', "'+32"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['1–4', '1–4'],
  ])('%j is written %j', (text, written) => {
    expect(field(text)).toBe(written);
  });
});

describe('a CSV file', () => {
  it('begins with the mark of UTF-8 and a row of names in the language, and parts fields as Belgian spreadsheets do', () => {
    const heads = sheets2024()
      .filter(({ sheet }) => sheet.name === 'women-men')
      .map(({ sheet }) => csv(sheet).split('\r\n')[0]);
    expect(heads).toEqual(['\ufeffJaar;Vrouwen;Mannen', '\ufeffAnnée;Femmes;Hommes', '\ufeffYear;Women;Men']);
  });
});
