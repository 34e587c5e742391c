import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { getPlatformProxy } from 'wrangler';
import { childEnvironment } from './child-environment.ts';
import { WITHOUT_TRACES } from './without-traces.ts';

/** Where `npm start` keeps its store. */
export const LOCAL_STATE = '.wrangler/state';

/** Brings the store in `state` up to the newest migration. Throws with wrangler's own words when that fails. */
export function migrate(state: string): void {
  const run = spawnSync(
    'wrangler',
    ['d1', 'migrations', 'apply', 'DB', '--local', '-c', 'wrangler.toml', '--persist-to', state],
    { encoding: 'utf8', env: wranglerEnvironment(), shell: process.platform === 'win32' },
  );
  if (run.error)
    throw new Error(
      'The store could not be prepared: wrangler is not installed. Install it: npm run bootstrap',
    );
  if (run.status !== 0) throw new Error(`The store could not be prepared.\n${run.stdout}${run.stderr}`);
}

/** Wrangler without questions, telemetry and traces, and without a look at the network it does not need. */
export function wranglerEnvironment(): NodeJS.ProcessEnv {
  return childEnvironment({
    ...WITHOUT_TRACES,
    CI: '1',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_LOG: 'warn',
    WRANGLER_WRITE_LOGS: 'false',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  });
}

/**
 * Opens the local D1 database in `state`, lets `use` work with it, and closes it. Throws with what to do when there is
 * none, or when it lacks tables.
 */
export async function withLocalDatabase<T>(
  state: string,
  use: (database: D1Database) => Promise<T>,
): Promise<T> {
  if (!existsSync(`${state}/v3/d1`)) throw new Error(`There is no store in ${state}/. npm start makes one.`);
  // What it starts gets our environment as it is.
  Object.assign(process.env, WITHOUT_TRACES);
  delete process.env['CENTRE_PASSPHRASE'];
  const platform = await getPlatformProxy<{ DB: D1Database }>({
    configPath: 'wrangler.toml',
    persist: { path: `${state}/v3` },
    remoteBindings: false,
  });
  try {
    return await use(platform.env.DB);
  } catch (error) {
    if (!/no such (table|column)/.test(String(error))) throw error;
    throw new Error(`The store in ${state}/ is not up to date. npm start brings it up to date.`);
  } finally {
    await platform.dispose();
  }
}
