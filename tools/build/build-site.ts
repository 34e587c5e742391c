import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { SiteEnv } from '../../src/site/site-env.ts';
import { childEnvironment } from '../terminal/child-environment.ts';
import type { Progress } from '../terminal/progress.ts';
import { BUILD_STEP, readStep } from './steps.ts';

/** How a build is made. */
export type BuildOptions = {
  /** For the real site, where nothing unconfirmed shows, or, which is usual here, for a look and a test. */
  env?: SiteEnv;
  /** Where what can be used again is kept: texts and PDFs. Without it, where every build keeps it. */
  cache?: string;
  progress?: Progress;
};

/**
 * Builds the site into a folder, whose `client/` is what is served, with the public half of a centre key; without one,
 * with the usual. Throws with the builder's own words, without its stack, when that fails.
 */
export async function buildSite(
  outDir: string,
  keyFile: string | undefined,
  { env = 'local', cache, progress }: BuildOptions = {},
): Promise<void> {
  const run = spawn('astro', ['build', '--silent'], {
    env: childEnvironment({
      OUT_DIR: outDir,
      ...(keyFile && { CENTRE_KEY_FILE: keyFile }),
      ...(cache && { BUILD_CACHE: cache }),
      SITE_ENV: env,
      WRANGLER_LOG: 'error',
      [BUILD_STEP]: '1',
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const said: string[] = [];
  for (const stream of [run.stdout, run.stderr]) {
    createInterface(stream).on('line', (line) => {
      const step = readStep(line);
      if (step) progress?.step(step.what, step.done, step.of);
      else said.push(line);
    });
  }
  const code = await new Promise((resolve, reject) => {
    const missing = new Error('Astro is not installed. Install it: npm run bootstrap');
    run.once('error', () => reject(missing)).once('close', resolve);
  });
  if (code !== 0) throw new Error(`The site could not be built.\n${builderWords(said)}`);
}

/** What Astro prints before, around and after what is wrong: warnings, its hook, the place in our code, the stack. */
const AROUND =
  /WARNING|which are ignored|not relevant in the context|An unhandled error occurred while|^\s+at /;

/** What went wrong, out of all that a failed build printed. */
export function builderWords(lines: readonly string[]): string {
  const kept: string[] = [];
  let inPlace = false;
  for (const line of lines) {
    if (/^\s+(Location|Stack trace|Error reference):?$/.test(line)) inPlace = true;
    else if (line.trim() === '') inPlace = false;
    if (!inPlace && line.trim() !== '' && !AROUND.test(line)) kept.push(line);
  }
  return kept.join('\n');
}
