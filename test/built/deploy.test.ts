import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unstable_readConfig } from 'wrangler';
import * as z from 'zod';
import { languages } from '../../src/i18n/languages.ts';
import { pageNames, pathTo, rowOf } from '../../src/site/routes.ts';
import { deskHost } from '../../tools/build/desk-host.ts';
import { createKeyFile } from '../../tools/keys/key-file.ts';
import { wranglerEnvironment } from '../../tools/store/local-store.ts';
import { BUILDS, LOCAL, LOCAL_KEY, REAL, REAL_KEY } from './support/builds.ts';

/** Where what these tests make lies. */
const folder = join(BUILDS, 'deploy');
mkdirSync(folder, { recursive: true });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A page that people write on, or read answers on, as it was built. */
const pages = languages.flatMap((lang) =>
  pageNames
    .filter((page) => rowOf(page).policy !== 'public')
    .map((page) => `${pathTo(page, lang).slice(1)}index.html`),
);

describe('a build with a throw-away key', () => {
  it.each(pages)('says so on %s, in its language', (page) => {
    const [lang = ''] = page.split('/');
    const { trial } = JSON.parse(readFileSync(`content/${lang}/ui/safe.json`, 'utf8'));
    expect(readFileSync(join(LOCAL, 'client', page), 'utf8')).toContain(`<p class="trial">${trial}</p>`);
    expect(readFileSync(join(REAL, 'client', page), 'utf8')).not.toContain('class="trial"');
  });

  it('says so in /key.json', () => {
    const use = (dist: string) => JSON.parse(readFileSync(join(dist, 'client/key.json'), 'utf8')).use;
    expect([use(LOCAL), use(REAL)]).toEqual(['local', 'production']);
  });
});

/** What `npm run build` says and ends with, in an environment. */
function build(env: NodeJS.ProcessEnv) {
  const { SITE_ENV: _, ...rest } = process.env;
  const run = spawnSync('node', ['tools/build/build.ts'], {
    encoding: 'utf8',
    env: { ...rest, OUT_DIR: join(folder, 'refused'), ...env },
  });
  return { code: run.status, said: run.stderr };
}

describe('npm run build', () => {
  it('is for the real site: refuses a throw-away key, and says how a real one is drawn', () => {
    const { code, said } = build({ CENTRE_KEY_FILE: LOCAL_KEY });
    expect(code).toBe(1);
    expect(said).toContain(`${LOCAL_KEY} holds a throw-away key`);
    expect(said).toContain('npm run keys -- new');
    expect(said).not.toMatch(/^\s+at /m);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });

  it.each([
    ['there is no key', { CENTRE_KEY_FILE: join(folder, 'none.json') }, 'There is no centre key at'],
    ['the key file is damaged', { CENTRE_KEY_FILE: 'README.md' }, 'README.md is not the public half'],
    ['SITE_ENV is misspelt', { SITE_ENV: 'prod', CENTRE_KEY_FILE: REAL_KEY }, 'SITE_ENV is “prod”'],
  ])('is refused in words when %s', (_, env, words) => {
    const { code, said } = build(env);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(words) });
    expect(said).not.toMatch(/^\s+at |Stack|ZodError/m);
  });
});

/** Runs wrangler as far as it goes without an account, in a house that has this build in dist/. */
function deploy(
  dist: string,
  { key = REAL_KEY, spoil = (_built: string) => {}, to = ['--env', 'live'] } = {},
) {
  const house = mkdtempSync(join(tmpdir(), 'deploy-'));
  for (const part of [
    'functions',
    'src',
    'tools',
    'node_modules',
    'tsconfig.json',
    'package.json',
    'wrangler.toml',
  ]) {
    symlinkSync(resolve(part), join(house, part));
  }
  mkdirSync(join(house, 'content'));
  cpSync(key, join(house, 'content/centre-key.json'));
  if (existsSync(dist)) cpSync(dist, join(house, 'dist'), { recursive: true });
  spoil(join(house, 'dist'));
  const run = spawnSync('wrangler', ['deploy', '--dry-run', ...to], {
    cwd: house,
    encoding: 'utf8',
    env: { ...wranglerEnvironment(), WRANGLER_LOG: 'log' },
  });
  rmSync(house, { recursive: true, force: true });
  return { code: run.status, said: run.stdout + run.stderr };
}

/** What wrangler.toml says of a worker. What is another one's on the live site (the id of its store) is left out. */
const Config = z.object({
  name: z.string(),
  workers_dev: z.boolean(),
  preview_urls: z.boolean(),
  vars: z.strictObject({ DESK_HOST: z.string() }),
  routes: z.optional(z.array(z.object({ pattern: z.string(), custom_domain: z.literal(true) }))),
  d1_databases: z.array(z.object({ binding: z.string(), migrations_dir: z.string() })),
  durable_objects: z.object({ bindings: z.array(z.object({ name: z.string(), class_name: z.string() })) }),
  migrations: z.array(z.unknown()),
  assets: z.unknown(),
  triggers: z.unknown(),
  observability: z.unknown(),
});

describe('wrangler deploy', () => {
  it('takes a whole build for the real site', () => {
    expect(deploy(REAL)).toMatchObject({ code: 0, said: expect.stringContaining('env.DB') });
  });

  it('hands the live worker the name of the desk’s host', () => {
    expect(deploy(REAL).said).toMatch(/DESK_HOST \("desk\.pag-asa\.be"\)/);
  });

  it('refuses to deploy what is for a computer of one’s own', () => {
    expect(deploy(REAL, { to: [] })).toMatchObject({ code: 1, said: expect.stringContaining('--env live') });
  });

  it('refuses a local build', () => {
    expect(deploy(LOCAL)).toMatchObject({ code: 1, said: expect.stringContaining('holds a local build') });
  });

  it('refuses where nothing was built', () => {
    expect(deploy(join(folder, 'nowhere'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('no whole build'),
    });
  });

  it('refuses a build with another key than the committed one', async () => {
    const other = join(folder, 'other.json');
    await createKeyFile('production', 'a passphrase', join(folder, 'other.secret.json'), other);
    expect(deploy(REAL, { key: other })).toMatchObject({
      code: 1,
      said: expect.stringContaining('other keys than the committed ones'),
    });
  });

  it.each([
    ['changed', (built: string) => appendFileSync(join(built, 'client/index.html'), ' ')],
    ['missing', (built: string) => rmSync(join(built, 'client/index.html'))],
    ['added', (built: string) => cpSync('README.md', join(built, 'client/index.html.md'))],
  ])('refuses a build of which a file was %s', (_, spoil) => {
    expect(deploy(REAL, { spoil })).toMatchObject({
      code: 1,
      said: expect.stringMatching(/dist\/client\/index\.html\S* was changed after the build/),
    });
  });

  it('finds no second configuration that a build left behind', () => {
    expect(existsSync('.wrangler/deploy/config.json')).toBe(false);
    expect(existsSync(join(LOCAL, 'server/wrangler.json'))).toBe(false);
  });

  it('gives the live worker what the local one has, and the desk a host among its names', () => {
    const read = (env: string) => Config.parse(unstable_readConfig({ config: 'wrangler.toml', env }));
    const [local, live] = [read(''), read('live')];
    const without = ({ vars: _, routes: __, ...rest }: typeof live) => rest;
    expect(without(live)).toEqual(without(local));
    expect(local.routes).toBeUndefined();
    expect(live.routes?.map(({ pattern }) => pattern)).toContain(live.vars.DESK_HOST);
    expect([deskHost('local'), deskHost('production')]).toEqual([local.vars.DESK_HOST, live.vars.DESK_HOST]);
  });

  it('answers under no other name, and shows no old version', () => {
    const toml = readFileSync('wrangler.toml', 'utf8');
    expect(toml).toMatch(/^workers_dev = false$/m);
    expect(toml).toMatch(/^preview_urls = false$/m);
  });
});
