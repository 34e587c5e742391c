import { spawnSync } from 'node:child_process';

/**
 * Builds the site with a centre key into a folder: as it is looked at and tested, or for production, where nothing
 * unconfirmed shows. Throws with the builder's own words when that fails.
 */
export function buildSite(outDir: string, keyFile: string, use: 'local' | 'production' = 'local'): void {
  const run = spawnSync('astro', ['build', '--silent'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      OUT_DIR: outDir,
      CENTRE_KEY_FILE: keyFile,
      SITE_ENV: use,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`The site could not be built.\n${run.stdout}${run.stderr}`);
}
