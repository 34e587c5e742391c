import { spawnSync } from 'node:child_process';

/** Builds the site with a centre key into a folder. Throws with the builder's own words when that fails. */
export function buildSite(outDir: string, keyFile: string): void {
  const run = spawnSync('astro', ['build', '--silent'], {
    encoding: 'utf8',
    env: { ...process.env, OUT_DIR: outDir, CENTRE_KEY_FILE: keyFile, ASTRO_TELEMETRY_DISABLED: '1' },
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`The site could not be built.\n${run.stdout}${run.stderr}`);
}
