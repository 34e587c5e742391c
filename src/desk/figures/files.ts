import type { Told } from './protect.ts';
import type { FigureTableName } from './tables.ts';
import { FIGURE_TABLES, type FigureTable } from './tables.ts';
import type { YearFigures } from './year.ts';

/** Spreadsheets tell by it that the text is UTF-8; without it they show é as Ã©. */
const BYTE_ORDER_MARK = '\ufeff';

/** The words of a CSV file: its heads, what stands beside a number that is not told, and the names of what it counts. */
export type CsvWords = {
  heads: readonly [table: string, row: string, column: string, value: string, told: string];
  few: string;
  hidden: string;
  table: (name: FigureTableName) => string;
  row: (name: FigureTableName, row: string) => string;
  column: (name: FigureTableName, column: string) => string;
  total: string;
  /** What parts fields: a comma (RFC 4180), or a semicolon where the comma stands in numbers. */
  separator: ',' | ';';
};

/**
 * A field of a CSV file (RFC 4180, but for its separator). What a spreadsheet would take for a formula gets an apostrophe in
 * front, so that nothing is ever run.
 */
export function csvField(text: string, separator: CsvWords['separator']): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return harmless.includes(separator) || /["\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

/** The figures of a year as a CSV file: a line for each number, plain digits; empty where it is not told, with the reason beside it. */
export function figuresCsv({ tables }: YearFigures, words: CsvWords): string {
  const numberOf = (told: Told) => (typeof told === 'number' ? [String(told), ''] : ['', words[told]]);
  const lines = tables.flatMap(({ name, told }) => {
    if (!told) return [];
    const table: FigureTable = FIGURE_TABLES[name];
    const columns = table.columns?.names ?? [];
    const cells = table.rows.flatMap((row, at) =>
      (told.cells[at] ?? []).map((cell, column) => [
        words.row(name, row),
        columns.length > 0 ? words.column(name, columns[column] ?? '') : '',
        ...numberOf(cell),
      ]),
    );
    return [...cells, [words.total, '', ...numberOf(told.total)]].map((line) => [words.table(name), ...line]);
  });
  const all = [words.heads, ...lines];
  const { separator } = words;
  const written = all.map((line) => line.map((text) => csvField(text, separator)).join(separator));
  return BYTE_ORDER_MARK + written.map((line) => `${line}\r\n`).join('');
}

/**
 * The figures of a year as the YAML file from which `npm run figures` makes the series of content/reports: numbers alone,
 * rows of columns in the order of the tables. A table that is not told is not there.
 */
export function figuresYaml({ year, totals, tables }: YearFigures): string {
  const lines = tables.flatMap(({ name, told }) =>
    told ? [`  ${name}:`, ...told.cells.map((cells) => `    - [${cells.join(', ')}]`)] : [],
  );
  return [
    `# The figures of ${year}, counted at the desk. few: 1 to 4; hidden: would give one of these away.`,
    `year: ${year}`,
    'totals:',
    ...Object.entries(totals).map(([of, told]) => `  ${of}: ${told}`),
    lines.length > 0 ? 'tables:' : 'tables: {}',
    ...lines,
    '',
  ].join('\n');
}
