import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { childEnvironment } from '../terminal/child-environment.ts';
import { startProgress } from '../terminal/progress.ts';
import { stop } from '../terminal/run-tool.ts';
import { type Report, reportSchema } from './report.ts';

/** Everything about mutants. Inside of the house, so that Stryker finds the house's own Vitest in the folders above. */
const FOLDER = '.local/mutate';
const INSTALLED = join(FOLDER, 'node_modules/.package-lock.json');
const LOCK = 'package-lock.json';
const COPIES = join(FOLDER, 'copies');
const REPORT = join(FOLDER, 'report.json');

/**
 * Stryker comes when it is first asked for, or its lock file has changed: 180 packages that nothing needs which builds
 * or serves the site.
 */
function installStryker(): void {
  const wanted = join(import.meta.dirname, 'stryker');
  const here = join(FOLDER, LOCK);
  const same = existsSync(here) && readFileSync(here, 'utf8') === readFileSync(join(wanted, LOCK), 'utf8');
  if (same && existsSync(INSTALLED)) return;
  console.error('Installing Stryker (once; 61 MB) …');
  rmSync(FOLDER, { recursive: true, force: true });
  cpSync(wanted, FOLDER, { recursive: true });
  const npm = process.env['npm_execpath'];
  const options = { cwd: FOLDER, stdio: 'inherit' as const };
  const run = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--no-progress'], options)
    : spawnSync('npm', ['ci', '--no-progress'], { ...options, shell: process.platform === 'win32' });
  if (run.status !== 0)
    stop('Stryker could not be installed. Is there a network? Then run the command again.');
}

/** What Stryker is told: to copy the house, to change the copy, to run those tests that reach a change, and to write it down. */
function configure(places: string[], projects: string[]): void {
  const vitest = join(FOLDER, 'vitest.config.mjs');
  writeFileSync(
    vitest,
    `import house from '../../vitest.config.ts';
const projects = house.test.projects.filter(({ test }) => ${JSON.stringify(projects)}.includes(test.name));
export default { test: { projects } };
`,
  );
  const config = {
    mutate: places,
    ignorePatterns: ['/.local', '/.astro', '/.wrangler', '/dist'],
    tempDirName: COPIES,
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    vitest: { configFile: join(process.cwd(), vitest) },
    coverageAnalysis: 'perTest',
    dryRunTimeoutMinutes: 30,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: REPORT },
    warnings: false,
  };
  writeFileSync(join(FOLDER, 'stryker.config.json'), JSON.stringify(config));
}

/**
 * Mutates the places given, `FILE` or `FILE:10-20` with slashes, and runs the tests of these projects of vitest.config.ts
 * that reach each mutant. Stops with what Stryker said when it can't.
 */
export async function runStryker(places: string[], projects: string[]): Promise<Report> {
  installStryker();
  configure(places, projects);
  // A run that was broken off leaves its copy behind.
  for (const old of [COPIES, REPORT]) rmSync(old, { recursive: true, force: true });
  const progress = startProgress();
  progress.step(`Running the tests of ${projects.join(' and ')} that reach it`);
  const child = spawn(
    process.execPath,
    [
      join(FOLDER, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
      'run',
      join(FOLDER, 'stryker.config.json'),
    ],
    { env: childEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  const hear = (line: string) => {
    const [, tested, all] = / (\d+)\/(\d+) tested /.exec(line) ?? [];
    if (tested === undefined) said.push(line);
    else progress.step('Testing mutants', Number(tested), Number(all));
  };
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', hear);
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0 || !existsSync(REPORT)) {
    progress.clear();
    stop(['Stryker could not test the mutants. It says:', ...said].join('\n'));
  }
  progress.end('Tested the mutants');
  return reportSchema.parse(JSON.parse(readFileSync(REPORT, 'utf8')));
}
