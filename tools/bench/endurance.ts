import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { childEnvironment } from '../terminal/child-environment.ts';
import { FIGURES, readFigures } from './figures.ts';
import type { Row } from './table.ts';

/**
 * Runs what must be done hundreds and thousands of times (test/endurance), and gives what it measured. What the tests hold
 * besides, that nothing is lost and nothing is there twice, is the last row. Their own words go to the terminal.
 */
export function benchEndurance(folder: string): Row[] {
  const file = resolve(folder, 'figures.jsonl');
  const { status } = spawnSync(process.execPath, ['tools/test/test.ts', 'endurance'], {
    env: childEnvironment({ [FIGURES]: file }),
    stdio: 'inherit',
  });
  const ours = status === 0 ? 'holds' : 'broken';
  return [
    ...readFigures(file),
    { what: 'nothing lost, nothing twice, no fault told', ours, holds: status === 0 },
  ];
}
