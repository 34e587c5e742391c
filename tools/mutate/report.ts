import { z } from 'zod';

const position = z.object({ line: z.int(), column: z.int() });

/**
 * What Stryker writes about a run, after the schema of mutation-testing-report-schema, version 2; lines and columns count
 * from one.
 */
export const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.string(),
          replacement: z.string().optional(),
          location: z.object({ start: position, end: position }),
        }),
      ),
    }),
  ),
});

export type Report = z.infer<typeof reportSchema>;
type Mutant = Report['files'][string]['mutants'][number];

/** What a mutant came to, by Stryker's word for it. Others could not run at all and say nothing about the tests. */
const FATES: Record<string, 'killed' | 'survived' | 'not run'> = {
  Killed: 'killed',
  // It ran on and on: a test would have noticed.
  Timeout: 'killed',
  Survived: 'survived',
  NoCoverage: 'not run',
};

/** A report for a terminal: each mutant that no test failed on, with its place, and how many were killed in each file. */
export function linesOf(report: Report): string[] {
  return Object.entries(report.files).flatMap(([name, file]) => {
    const fates = file.mutants.flatMap((mutant) => {
      const fate = FATES[mutant.status];
      return fate ? [{ mutant, fate }] : [];
    });
    const alive = fates
      .filter(({ fate }) => fate !== 'killed')
      .sort((a, b) => a.mutant.location.start.line - b.mutant.location.start.line);
    const count = (wanted: string) => fates.filter(({ fate }) => fate === wanted).length;
    const score = Math.floor((100 * count('killed')) / fates.length);
    return [
      ...alive.map(
        ({ mutant, fate }) => `${name}:${placeOf(mutant)} ${fate}: ${change(file.source, mutant)}`,
      ),
      fates.length === 0
        ? `${name}: nothing to mutate.`
        : `${name}: ${count('killed')} of ${fates.length} mutants killed (${score} %), ${count('survived')} survived, ${count('not run')} run by no test.`,
    ];
  });
}

const placeOf = ({ location: { start } }: Mutant) => `${start.line}:${start.column}`;

/** What was there and what the mutant has instead, each in one short line. */
function change(source: string, { location: { start, end }, replacement = '' }: Mutant): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  // From the end: both columns may be of one line.
  lines.push(lines.pop()?.slice(0, end.column - 1) ?? '');
  lines.unshift(lines.shift()?.slice(start.column - 1) ?? '');
  return `${short(lines.join(' '))} → ${short(replacement) || 'nothing'}`;
}

function short(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
