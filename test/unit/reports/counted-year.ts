import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { figuresYaml } from '../../../src/desk/figures/files.ts';
import { yearFigures } from '../../../src/desk/figures/year.ts';
import { cardsOf } from '../desk/figures/cards.ts';

/** A year whose figures no report tells yet, and what its seven hundred cards make. */
export const COUNTED_YEAR = 2026;
export const figures = yearFigures(COUNTED_YEAR, cardsOf(COUNTED_YEAR, 700));

/** Saves at the desk, in a copy of the house, what a year counted, and makes its report with the command. Gives what that says. */
export function makeReport(house: string, text = figuresYaml(figures)) {
  mkdirSync(join(house, 'content/reports'), { recursive: true });
  const file = join(house, 'saved.yaml');
  writeFileSync(file, text);
  const tool = resolve('tools/reports/counted-year.ts');
  return spawnSync(process.execPath, [tool, file], { cwd: house, encoding: 'utf8' });
}
