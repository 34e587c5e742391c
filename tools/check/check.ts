// npm run check: everything that can be known without running the house. `npm run check -- imports` runs one part.
import { spawnSync } from 'node:child_process';
import { childEnvironment } from '../terminal/child-environment.ts';
import { readOptions } from '../terminal/run-tool.ts';

/** The parts in the order in which they run: what fails fastest comes first. */
const PARTS: Record<string, { says: string; commands: string[][] }> = {
  imports: {
    says: 'imports point one way',
    commands: [['node', 'tools/check/check-imports.ts']],
  },
  style: {
    says: 'format, lint, and no conflict left',
    commands: [
      ['biome', 'check', '--error-on-warnings'],
      ['node', 'tools/check/check-markers.ts'],
    ],
  },
  content: { says: 'texts, strings and facts', commands: [['node', 'tools/check/check-content.ts']] },
  types: {
    says: 'types, of each runtime by itself',
    commands: [
      // First, because it writes the types of the content that the others read.
      ['astro', 'check', '--tsconfig', 'tsconfig/astro.json', '--minimumFailingSeverity', 'warning'],
      ['tsc', '--build'],
    ],
  },
  lock: { says: 'the lock file installs', commands: [['node', 'tools/check/check-lock.ts']] },
  pages: {
    says: 'bytes and plain words of the built pages',
    commands: [['node', 'tools/check/check-pages.ts']],
  },
};

const {
  positionals: [only],
} = readOptions(
  { allowPositionals: true },
  `Usage: npm run check [-- PART]\n\nThe parts: ${Object.keys(PARTS).join(', ')}`,
);
const chosen = Object.entries(PARTS).filter(([name]) => only === undefined || name === only);
if (chosen.length === 0) {
  console.error(`There is no part “${only}”. The parts: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

/** Runs a command and says whether it was content. */
function runs([program = '', ...args]: string[]): boolean {
  const run = spawnSync(program, args, {
    stdio: 'inherit',
    env: childEnvironment({ SITE_ENV: 'local', WRANGLER_LOG: 'error' }),
    shell: process.platform === 'win32',
  });
  return run.status === 0;
}

const failed = chosen.filter(([name, { says, commands }]) => {
  console.log(`\n▸ ${name}: ${says}`);
  return commands.filter((command) => !runs(command)).length > 0;
});
console.log(
  failed.length === 0 ? '\nAll is well.' : `\nNot well: ${failed.map(([name]) => name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
