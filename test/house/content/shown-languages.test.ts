import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { languages, languagesOf, pageLanguages } from '../../../src/i18n/languages.ts';
import { pageNames, rowOf } from '../../../src/site/routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'shown-languages-'));
const home = process.cwd();

/** A language of few pages. */
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

/** Writes the mark of each text that the pages of a tier say in the language, as somebody does who has read it. */
async function readAll(tier: 'help' | 'write' = 'help') {
  for (const { file, mark } of (await shown('production')).readingsOf(TAG, tier)) {
    if (file === LEAFLET) change(LEAFLET, 'confirmed: false', `confirmed: ${mark}`);
    else change(READING, `${basename(file, '.json')}: false`, `${basename(file, '.json')}: ${mark}`);
  }
}

/** The pages on which somebody writes, reads the answer, looks at pictures. */
const WRITE = pageNames.filter((page) => rowOf(page).tier === 'write');

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
    for (const tier of ['help', 'write'] as const) {
      expect(site.isReadLanguage(TAG, tier)).toBe(false);
      expect(site.isReadLanguage('nl', tier)).toBe(true);
    }
    for (const page of WRITE) expect(site.languagesWith(page)).toEqual(languagesOf('write'));
  });

  it('is in a production build, alone of all, once its strings and its leaflet were read', async () => {
    await readAll();
    const site = await shown('production');
    expect(site.shownLanguages()).toEqual([...languages, TAG]);
    expect(site.languagesWith('help')).toContain(TAG);
    for (const page of WRITE) expect(site.languagesWith(page)).toEqual(languages);
    expect(site.placeOf(`/${TAG}/info/a/`)).toBeUndefined();
    expect(site.pathTo('help', TAG)).toBe(`/${TAG}/info/`);
    expect(site.placeOf(`/${TAG}/info/`)?.page).toBe('help');
  });

  it('has what one writes on once all of that was read, alone of all, and nothing of the site', async () => {
    expect(WRITE).toEqual(['form', 'mailbox', 'mine']);
    await readAll('write');
    const site = await shown('production');
    for (const page of WRITE) expect(site.languagesWith(page)).toEqual([...languages, TAG]);
    expect(site.placeOf(`/${TAG}/info/a/`)?.page).toBe('form');
    for (const page of ['rights', 'worried', 'phone', 'work', 'home'] as const)
      expect(site.languagesWith(page), page).toEqual(languages);
  });

  it.each(['form', 'mailbox', 'mine'])(
    'has none of it, and help all the same, where a word of %s was changed since, or of the Dutch one',
    async (name) => {
      await readAll('write');
      for (const tag of [TAG, 'nl']) {
        const file = `content/${tag}/ui/${name}.json`;
        const before = readFileSync(file, 'utf8');
        change(file, '"title": "', '"title": "x');
        const site = await shown('production');
        expect(site.shownLanguages()).toEqual([...languages, TAG]);
        for (const page of WRITE) expect(site.languagesWith(page), `${page}, ${file}`).toEqual(languages);
        writeFileSync(file, before);
      }
    },
  );

  it('has none of it where that was read and help was not', async () => {
    await readAll('write');
    change(READING, /safe: read-\w+/, 'safe: false');
    const site = await shown('production');
    for (const page of WRITE) expect(site.languagesWith(page)).toEqual(languages);
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
