import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Row } from './table.ts';

/** The variable that names the file in which what the endurance tests measure is kept: a `Row` in JSON on each line. */
export const FIGURES = 'FIGURES';

/** Says what a test measured, and keeps it for `npm run bench` where that runs the test. */
export function report(row: Row): void {
  const file = process.env[FIGURES];
  if (file) appendFileSync(file, `${JSON.stringify(row)}\n`);
  console.log(`${row.what}: ${row.ours}${row.theirs ? `, ${row.theirs}` : ''}`);
}

/** What tests have kept in a file. */
export function readFigures(file: string): Row[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line): Row => JSON.parse(line));
}
