import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getPlatformProxy, unstable_readConfig } from 'wrangler';
import { WITHOUT_TRACES } from '../serve/without-traces.ts';
import { childEnvironment } from '../terminal/child-environment.ts';

/** Where `npm start` keeps its store. */
export const LOCAL_STATE = '.wrangler/state';

/** The name and the SHA-256 of each migration, a line each. */
function migrationLines(): string[] {
  return globSync('functions/migrations/*.sql')
    .sort()
    .map((file) => `${basename(file)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`);
}

/**
 * Brings the store in `state` up to the newest migration. Throws with wrangler's own words when that fails, and with
 * what to do when a migration that made the store was written anew since, as is done as long as nothing is live.
 */
export function migrate(state: string): void {
  const record = `${state}/migrations.txt`;
  const lines = migrationLines();
  if (existsSync(`${state}/v3/d1`)) {
    const made = existsSync(record) ? readFileSync(record, 'utf8').split('\n') : ['unknown'];
    if (!made.every((line) => lines.includes(line)))
      throw new Error(`The store in ${state}/ has an older shape. It holds trials only: delete that folder.`);
  }
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
  writeFileSync(record, lines.join('\n'));
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
 * Writes the part of wrangler.toml that is the store, and gives the file's path: of what else stands there, wrangler warns
 * that it is nothing without the Worker.
 */
function storeAlone(state: string): string {
  const { d1_databases, r2_buckets } = unstable_readConfig({ config: 'wrangler.toml' });
  const path = `${state}/store.json`;
  writeFileSync(path, JSON.stringify({ name: 'store', d1_databases, r2_buckets }));
  return path;
}

/** How often, and after how many ms, a store is tried again that a running server is just writing to. */
const BUSY_TRIES = 20;
const BUSY_PAUSE = 250;

/** What D1 says while another process holds the store: then nothing was done. */
const HELD = /SQLITE_BUSY|database is locked|Failed to get session commit token/;

/** Does something with the store of a running server, again while another process holds it. */
export async function whenFree<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (tries === BUSY_TRIES || !HELD.test(String(error))) throw error;
      await wait(BUSY_PAUSE);
    }
  }
}

/** Opens the local D1 database in `state`, and the second store beside it. Throws with what to do when there is none. */
export async function openLocalDatabase(
  state: string,
): Promise<{ database: D1Database; second: R2Bucket; close: () => Promise<void> }> {
  if (!existsSync(`${state}/v3/d1`)) throw new Error(`There is no store in ${state}/. npm start makes one.`);
  // What it starts gets our environment as it is.
  Object.assign(process.env, WITHOUT_TRACES);
  delete process.env['CENTRE_PASSPHRASE'];
  const platform = await getPlatformProxy<{ DB: D1Database; SECOND: R2Bucket }>({
    configPath: storeAlone(state),
    persist: { path: `${state}/v3` },
    remoteBindings: false,
  });
  return { database: platform.env.DB, second: platform.env.SECOND, close: () => platform.dispose() };
}

/**
 * Lets `use` work with the local D1 database in `state`, and the second store beside it, and closes them. Throws with what to
 * do when there is none, or when it lacks tables.
 */
export async function withLocalDatabase<T>(
  state: string,
  use: (database: D1Database, second: R2Bucket) => Promise<T>,
): Promise<T> {
  const { database, second, close } = await openLocalDatabase(state);
  try {
    return await whenFree(() => use(database, second));
  } catch (error) {
    if (!/no such (table|column)/.test(String(error))) throw error;
    throw new Error(`The store in ${state}/ is not up to date. npm start brings it up to date.`);
  } finally {
    await close();
  }
}
