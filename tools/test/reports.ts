import { existsSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as z from 'zod';

/** Where the runners of a test run leave what came of each test: thousands of lines further up, a failure is not found. */
const FOLDER = '.local/reports';

/** The report of a runner, or of one of its parts, by its name. */
export const reportOf = (name: string): string => `${FOLDER}/${name}.json`;

/**
 * What failed, what was done well only when it was tried again, and what was not run: where each stands, what it is called,
 * and why.
 */
export type Verdict = { failed: string[]; again: string[]; skipped: string[] };

/** The JSON report of Vitest. https://vitest.dev/guide/reporters#json-reporter */
const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      annotations: z.array(z.object({ type: z.string(), description: z.optional(z.string()) })),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.optional(z.string()) })) })),
    }),
  ),
});

type PlaywrightSuite = { specs: z.infer<typeof PlaywrightSpec>[]; suites?: PlaywrightSuite[] | undefined };
const PlaywrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(PlaywrightSpec),
  get suites() {
    return z.optional(z.array(PlaywrightSuite));
  },
});

/** The JSON report of Playwright. https://playwright.dev/docs/test-reporters#json-reporter */
const PlaywrightReport = z.object({
  suites: z.array(PlaywrightSuite),
  errors: z.array(z.object({ message: z.optional(z.string()) })),
});

/** The beginning of what a runner says of a failure, in one line: as many characters as show what was there instead. */
const briefly = (said: string) => stripVTControlCharacters(said).replace(/\s+/g, ' ').trim().slice(0, 400);

/** A line of a verdict: where, and why where that is known. */
const line = (where: string, why: readonly string[]) => [where, ...why.slice(0, 1).map(briefly)].join(': ');

const fromHere = (file: string) => (isAbsolute(file) ? relative('.', file) : file);

function verdictOfVitest({ testResults }: z.infer<typeof VitestReport>): Verdict {
  /** The tests of a status; of those that passed the ones that had failed before. */
  const lines = ({ name, assertionResults }: (typeof testResults)[number], wanted: string) =>
    assertionResults
      .filter((one) => one.status === wanted && (wanted === 'failed' || one.failureMessages.length > 0))
      .map(({ fullName, failureMessages }) => line(`${fromHere(name)} › ${fullName}`, failureMessages));
  const failed = testResults.flatMap((file) => {
    const found = lines(file, 'failed');
    // A file can fail before its first test, or behind its last.
    return found.length === 0 && file.status === 'failed'
      ? [line(fromHere(file.name), [file.message])]
      : found;
  });
  return { failed, again: testResults.flatMap((file) => lines(file, 'passed')), skipped: [] };
}

const specsIn = (suite: PlaywrightSuite): z.infer<typeof PlaywrightSpec>[] => [
  ...suite.specs,
  ...(suite.suites ?? []).flatMap(specsIn),
];

function verdictOfPlaywright({ suites, errors }: z.infer<typeof PlaywrightReport>): Verdict {
  const lines = (wanted: string) =>
    suites.flatMap(specsIn).flatMap(({ title, file, line: at, tests }) =>
      tests
        .filter(({ status }) => status === wanted)
        .map(({ projectName, annotations, results }) => {
          const where = [projectName, file].filter(Boolean).join(' ');
          const skipped = annotations.flatMap(({ type, description }) =>
            type === 'skip' ? (description ?? []) : [],
          );
          const errors = results.flatMap((result) => result.errors.flatMap(({ message }) => message ?? []));
          return line(`${where}:${at} › ${title}`, [...skipped, ...errors]);
        }),
    );
  const others = errors.map(({ message = '' }) => briefly(message));
  return { failed: [...lines('unexpected'), ...others], again: lines('flaky'), skipped: lines('skipped') };
}

/** What came of the tests of a report, Vitest's or Playwright's. Throws where it is none of both. */
export function verdictOf(report: unknown): Verdict {
  const vitest = VitestReport.safeParse(report);
  return vitest.success ? verdictOfVitest(vitest.data) : verdictOfPlaywright(PlaywrightReport.parse(report));
}

/** Throws away what an earlier run left. */
export function clearReports(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** Says of some reports, in few lines at the end of all, what was not run, what was tried again and what failed. */
export function sayVerdict(names: readonly string[]): void {
  for (const name of names) {
    if (!existsSync(reportOf(name))) continue;
    const { failed, again, skipped } = verdictOf(JSON.parse(readFileSync(reportOf(name), 'utf8')));
    for (const line of skipped) console.log(`Not run: ${line}`);
    for (const line of again) console.log(`Done well only when it was tried again: ${line}`);
    for (const line of failed) console.log(`Failed: ${line}`);
  }
}
