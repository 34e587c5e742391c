import type { Sheet } from './sheet.ts';

/** Spreadsheets tell by it that the text is UTF-8; without it they show é as Ã©. */
const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180 has a comma; spreadsheets set to Belgian habits, where a comma is in the numbers, part fields by this. */
export const SEPARATOR = ';';

/**
 * A field of a CSV file (RFC 4180, but for its separator). A text that a spreadsheet would take for a formula gets an apostrophe in front,
 * so that nothing is ever run.
 */
export function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A series as a CSV file: a first row of names, then its rows. Numbers are plain digits. */
export function csv({ rowsAre, columns, rows }: Sheet): string {
  const lines = [
    [rowsAre, ...columns],
    ...rows.map(({ name, cells }) => [name, ...cells.map(({ value, text }) => String(value ?? text))]),
  ];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(field).join(SEPARATOR)}\r\n`).join('');
}
