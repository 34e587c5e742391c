// npm run check: everything that can be known without running the house. `npm run check -- imports` runs one part.
import { spawnSync } from 'node:child_process';
import { childEnvironment } from '../terminal/child-environment.ts';
import { readOptions } from '../terminal/run-tool.ts';

/** The parts in the order in which they run: what fails fastest comes first. */
const PARTS: Record<string, { says: string; command: string[] }> = {
  imports: { says: 'imports point one way', command: ['depcruise', 'src', 'functions', 'tools', '--config'] },
  style: { says: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  content: { says: 'texts, strings and facts', command: ['node', 'tools/check/check-content.ts'] },
  types: { says: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  lock: { says: 'the lock file installs', command: ['node', 'tools/check/check-lock.ts'] },
  pages: {
    says: 'bytes and plain words of the built pages',
    command: ['node', 'tools/check/check-pages.ts'],
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

const failed = chosen.filter(([name, { says, command }]) => {
  console.log(`\n▸ ${name}: ${says}`);
  const [program = '', ...args] = command;
  const run = spawnSync(program, args, {
    stdio: 'inherit',
    env: childEnvironment({ SITE_ENV: 'local', WRANGLER_LOG: 'error' }),
    shell: process.platform === 'win32',
  });
  return run.status !== 0;
});
console.log(
  failed.length === 0 ? '\nAll is well.' : `\nNot well: ${failed.map(([name]) => name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
