import { describe, expect, it } from 'vitest';
import { linesOf, reportSchema } from '../../../tools/mutate/report.ts';

const SOURCE = 'const a = 1;\nif (a > 0 &&\n    a < 9) go();\n';

/** A mutant of some text of SOURCE, from line and column to line and column, as Stryker writes it down. */
const mutant = (status: string, at: [number, number, number, number], replacement?: string) => ({
  id: '0',
  mutatorName: 'ConditionalExpression',
  status,
  replacement,
  location: { start: { line: at[0], column: at[1] }, end: { line: at[2], column: at[3] } },
});

const linesFor = (...mutants: ReturnType<typeof mutant>[]) =>
  linesOf(
    reportSchema.parse({
      schemaVersion: '1.0',
      files: { 'src/a.ts': { language: 'ts', source: SOURCE, mutants } },
    }),
  );

describe('the report of a mutation run', () => {
  it('names each mutant that no test failed on, by line, with what was there and what it has instead', () => {
    expect(
      linesFor(
        mutant('NoCoverage', [3, 12, 3, 17]),
        mutant('Killed', [1, 11, 1, 12], '2'),
        mutant('Survived', [2, 5, 3, 10], 'true'),
      ),
    ).toEqual([
      'src/a.ts:2:5 survived: a > 0 && a < 9 → true',
      'src/a.ts:3:12 not run: go(); → nothing',
      'src/a.ts: 1 of 3 mutants killed (33 %), 1 survived, 1 run by no test.',
    ]);
  });

  it('counts one that ran on and on as killed, and one that could not run not at all', () => {
    expect(
      linesFor(mutant('Timeout', [1, 11, 1, 12], '2'), mutant('RuntimeError', [1, 11, 1, 12], 'x')),
    ).toEqual(['src/a.ts: 1 of 1 mutants killed (100 %), 0 survived, 0 run by no test.']);
  });

  it('says where there is nothing to mutate', () => {
    expect(linesFor()).toEqual(['src/a.ts: nothing to mutate.']);
  });
});
