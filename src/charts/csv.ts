import type { Sheet } from './sheet.ts';

/** Spreadsheets tell by it that the text is UTF-8; without it they show é as Ã©. */
const BYTE_ORDER_MARK = '\ufeff';

/** What a CSV file needs beside its numbers. */
export interface CsvStyle {
  /**
   * RFC 4180 has a comma, and so does a spreadsheet in English; one set to Belgian habits, where a comma is in the
   * numbers, parts fields by a semicolon.
   */
  separator: ',' | ';';
  /** The head of the column beside a column of numbers that says which were too small to be told. */
  few: string;
  /** Where the numbers come from and how to use them: the last line. */
  source: string;
}

/**
 * A field of a CSV file (RFC 4180, but for its separator). A text that a spreadsheet would take for a formula gets an
 * apostrophe in front, so that nothing is ever run.
 */
export function field(text: string, separator: CsvStyle['separator']): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return harmless.includes(separator) || /["\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

/**
 * A series as a CSV file: a first row of names, then its rows, and after an empty line its source. Numbers are plain
 * digits. One that is too small to be told leaves its field empty, so that a column of numbers has nothing else; the
 * column beside it then says 1–4.
 */
export function csv({ rowsAre, columns, rows }: Sheet, style: CsvStyle): string {
  const hidden = columns.map((_, at) => rows.some(({ cells }) => cells[at]?.value === undefined));
  const heads = columns.flatMap((name, at) => (hidden[at] ? [name, `${name}: ${style.few}`] : [name]));
  const lines = rows.map(({ name, cells }) => [
    name,
    ...cells.flatMap(({ value, text }, at) => {
      const number = String(value ?? '');
      return hidden[at] ? [number, value === undefined ? text : ''] : [number];
    }),
  ]);
  return written([[rowsAre, ...heads], ...lines], style);
}

/** Several series as one CSV file with a line for each number: of which series, row and column it is. */
export function csvOfAll(
  sheets: readonly Sheet[],
  heads: readonly [series: string, row: string, column: string, value: string, unit: string, period: string],
  style: CsvStyle,
): string {
  const [series, row, column, value, unit, period] = heads;
  const lines = sheets.flatMap((sheet) =>
    sheet.rows.flatMap(({ name, cells }) =>
      cells.map((cell, at) => [
        sheet.title,
        name,
        sheet.columns[at] ?? '',
        String(cell.value ?? ''),
        cell.value === undefined ? cell.text : '',
        sheet.unit,
        sheet.period,
      ]),
    ),
  );
  return written([[series, row, column, value, `${value}: ${style.few}`, unit, period], ...lines], style);
}

function written(lines: readonly (readonly string[])[], { separator, source }: CsvStyle): string {
  const all = [...lines, [], [source]];
  return (
    BYTE_ORDER_MARK +
    all.map((line) => `${line.map((text) => field(text, separator)).join(separator)}\r\n`).join('')
  );
}
