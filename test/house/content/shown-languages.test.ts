import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { languages, pageLanguages } from '../../../src/i18n/languages.ts';

const folder = mkdtempSync(join(tmpdir(), 'shown-languages-'));
const home = process.cwd();

/** A language of one page. */
const TAG = 'ro';
const READING = `content/${TAG}/reading.yaml`;
const LEAFLET = `content/${TAG}/materials/protection.yaml`;
const DUTCH = 'content/nl/ui/safe.json';

/** What a build for something shows, of the copy of content/ as it stands. */
async function shown(use: 'production' | 'local') {
  vi.stubEnv('SITE_ENV', use);
  vi.resetModules();
  return {
    ...(await import('../../../src/site/routes.ts')),
    ...(await import('../../../src/site/shown-languages.ts')),
  };
}

const change = (file: string, from: string | RegExp, to: string) => {
  const before = readFileSync(file, 'utf8');
  expect(before.search(from)).toBeGreaterThan(-1);
  writeFileSync(file, before.replace(from, to));
};

/** Writes the mark of each text that a page of the language says, as somebody does who has read it. */
async function readAll() {
  const [strings, leaflet] = (await shown('production')).readingsOf(TAG);
  change(READING, 'safe: false', `safe: ${strings?.mark}`);
  change(LEAFLET, 'confirmed: false', `confirmed: ${leaflet?.mark}`);
}

beforeEach(() => {
  cpSync(join(home, 'content'), join(folder, 'content'), { recursive: true });
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
  vi.resetModules();
  rmSync(join(folder, 'content'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a page in a language that is a translation', () => {
  it('is in no production build before somebody has read it', async () => {
    const site = await shown('production');
    expect(site.shownLanguages()).toEqual(languages);
    expect(site.languagesWith('help')).toEqual(languages);
    expect(site.placeOf(`/${TAG}/info/`)).toBeUndefined();
    expect(site.placeOf(`/${TAG}/404.html`)).toBeUndefined();
    expect(() => site.pathTo('help', TAG)).toThrow('no page');
  });

  it('is in every other build, and known as unread', async () => {
    const site = await shown('local');
    expect(site.shownLanguages()).toEqual(pageLanguages);
    expect(site.isReadLanguage(TAG)).toBe(false);
    expect(site.isReadLanguage('nl')).toBe(true);
  });

  it('is in a production build, alone of all, once its strings and its leaflet were read', async () => {
    await readAll();
    const site = await shown('production');
    expect(site.shownLanguages()).toEqual([...languages, TAG]);
    expect(site.languagesWith('help')).toContain(TAG);
    expect(site.languagesWith('form')).toEqual(languages);
    expect(site.pathTo('help', TAG)).toBe(`/${TAG}/info/`);
    expect(site.placeOf(`/${TAG}/info/`)?.page).toBe('help');
  });

  it.each([
    ['its leaflet was not read', LEAFLET, /confirmed: read-\w+/, 'confirmed: false'],
    ['its strings were not read', READING, /safe: read-\w+/, 'safe: false'],
    ['a word of it was changed since', `content/${TAG}/ui/safe.json`, '"safeTitle": "', '"safeTitle": "x'],
    ['a word of the Dutch strings was changed since', DUTCH, '"safeTitle": "', '"safeTitle": "x'],
  ])('is in none where %s', async (_, file, from, to) => {
    await readAll();
    change(file, from, to);
    expect((await shown('production')).shownLanguages()).toEqual(languages);
  });
});
