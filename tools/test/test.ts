// npm test: everything. `npm test -- unit`, or another of the parts below, runs that part alone; more words go to its
// runner. `npm test -- quick` runs what is done within a minute; `npm test -- endurance`, which nothing else runs, what
// must be done hundreds and thousands of times.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSite } from '../build/build-site.ts';
import { rotateKeyFile } from '../keys/key-file.ts';
import { localKey } from '../serve/local-key.ts';
import { NEVER_BUSY } from '../serve/never-busy.ts';
import { portIsFree, readPort } from '../serve/port.ts';
import { serveSite } from '../serve/serve-site.ts';
import { migrate } from '../store/local-store.ts';
import { childEnvironment } from '../terminal/child-environment.ts';
import { runTool, stop } from '../terminal/run-tool.ts';
import { chromiumLaunch } from './chromium.ts';
import { findEngines } from './engines.ts';
import { clearReports, reportOf, sayVerdict } from './reports.ts';
import { TEST_FOLDER, TEST_LOG, TEST_ORIGIN, TEST_PAGES, TEST_STATE } from './test-site.ts';

/** The parts of Vitest: the code by itself, the worker in workerd, what is printed and commanded, what is built. */
const PROJECTS = ['unit', 'worker', 'house', 'built'] as const;
const PARTS = [...PROJECTS, 'browser', 'engines', 'quick', 'endurance'] as const;
const QUICK: readonly string[] = ['unit', 'worker'];
const [first, ...rest] = process.argv.slice(2);
const only = PARTS.find((part) => part === first);
const wanted = (part: (typeof PARTS)[number]) =>
  only === part || (only === undefined && part !== 'endurance') || (only === 'quick' && QUICK.includes(part));

/** Where Node keeps what it compiled: tests start commands by the hundred. https://nodejs.org/api/module.html#module-compile-cache */
const COMPILED = resolve('.local/compiled');

/** What Vitest prints, and what it leaves to be read at the end. */
const REPORTERS = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf('vitest')}`];

/** Runs a command, and says whether it ended well. Meanwhile this process serves the site, and does its scheduled work. */
async function run(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = childEnvironment(),
): Promise<boolean> {
  const words = only ? rest : process.argv.slice(2);
  const child = spawn(command, [...args, ...words], {
    env: { ...env, NODE_COMPILE_CACHE: COMPILED },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}

/** Tests of the served site: Chromium alone knows all of it, every engine what must be right in each. */
async function runSiteTests(): Promise<boolean> {
  const { executablePath, env } = await chromiumLaunch();
  const shell = await chromiumLaunch('shell');
  const port = readPort(new URL(TEST_ORIGIN).port, 'TEST_PORT');
  if (!(await portIsFree(port))) stop(`Port ${port} is in use. Take another: TEST_PORT=${port + 1} npm test`);
  rmSync(TEST_FOLDER, { recursive: true, force: true });
  mkdirSync(TEST_FOLDER, { recursive: true });
  const key = await localKey(TEST_FOLDER);
  // The site has been through a rotation, as any has after a while.
  await rotateKeyFile(key.passphrase, key.secretFile, key.publicFile);
  console.log('Building the site for the browser tests …');
  await buildSite(`${TEST_FOLDER}/dist`, key.publicFile);
  migrate(TEST_STATE);
  const site = await serveSite({
    port,
    pages: TEST_PAGES,
    state: TEST_STATE,
    log: TEST_LOG,
    main: 'tools/test/store-worker.ts',
    // All tests write into one store, where nobody looks at most of it.
    vars: NEVER_BUSY,
  });
  const playwright = (...args: string[]) =>
    run('playwright', ['test', ...args], {
      ...env,
      CHROMIUM_PATH: executablePath,
      CHROMIUM_SHELL_PATH: shell.executablePath,
    });
  try {
    const browser = !wanted('browser') || (await playwright());
    const engines = !wanted('engines') || (await playwright('-c', 'playwright.engines.config.ts'));
    // Words name a test of one of the two runners.
    const endurance =
      !wanted('endurance') ||
      (await playwright('-c', 'playwright.endurance.config.ts', '--pass-with-no-tests'));
    return browser && engines && endurance;
  } finally {
    await site.stop();
    if (wanted('engines')) sayWhatDidNotRun();
  }
}

function sayWhatDidNotRun(): void {
  for (const engine of findEngines()) {
    if ('path' in engine) continue;
    console.log(
      `Not run: the tests of test/engines in ${engine.name}, because ${engine.missing} (Debian: apt-get install ${engine.packages}).`,
    );
  }
}

await runTool(async () => {
  clearReports();
  const projects = ([...PROJECTS, 'endurance'] as const)
    .filter(wanted)
    .flatMap((part) => ['--project', part]);
  let passed = true;
  if (projects.length > 0)
    passed = await run('vitest', ['run', '--passWithNoTests', ...REPORTERS, ...projects]);
  if (wanted('browser') || wanted('engines') || wanted('endurance'))
    passed = (await runSiteTests()) && passed;
  sayVerdict(['vitest', 'browser', 'engines', 'endurance']);
  process.exitCode = passed ? 0 : 1;
});
