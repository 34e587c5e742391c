import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  isLanguage,
  type Language,
  languages,
  languagesOf,
  pageLanguages,
} from '../../src/i18n/languages.ts';
import { readingFile } from '../../src/i18n/reading.ts';
import { pageNames, rowOf } from '../../src/site/routes.ts';
import { readingsOf } from '../../src/site/shown-languages.ts';
import { buildSite } from '../../tools/build/build-site.ts';
import { copyHouse, edit } from '../support/copy-house.ts';
import { ui } from '../support/ui.ts';
import { BUILD_TIME, BUILDS, REAL_KEY } from './support/builds.ts';

/** A language in which somebody has read all, and one in which only what helps at once was read. */
const READ = 'uk';
const HELP_READ = 'ar';

const house = resolve(BUILDS, 'read-language');
const home = process.cwd();

/** The addresses below a language of what is written and read in it. */
const WRITE = pageNames.flatMap((page) => {
  const { tier, slug } = rowOf(page);
  return tier === 'write' && typeof slug === 'string' ? [slug] : [];
});

/** Writes down in the copy, as somebody does who has read it, the mark of all that the pages of a tier say. */
function read(language: Language, tier: 'help' | 'write'): void {
  for (const { file, mark } of readingsOf(language, tier)) {
    const [, name] = /([^/]+)\.json$/.exec(file) ?? [];
    const [at, key] = name ? [readingFile(language), name] : [file, 'confirmed'];
    edit(join(house, at), (text) => text.replace(`${key}: false`, `${key}: ${mark}`));
  }
}

const fileOf = (language: string, slug: string) => join(house, 'dist/client', language, slug, 'index.html');
const pageOf = (language: string, slug: string) => readFileSync(fileOf(language, slug), 'utf8');

beforeAll(async () => {
  rmSync(house, { recursive: true, force: true });
  mkdirSync(house, { recursive: true });
  copyHouse(house);
  read(READ, 'write');
  read(HELP_READ, 'help');
  const [key, cache] = [resolve(REAL_KEY), resolve('.local')];
  process.chdir(house);
  // The PDFs of the other builds are used again: what is made here is what was read here.
  await buildSite('dist', key, { env: 'production', cache });
}, BUILD_TIME);

afterAll(() => {
  process.chdir(home);
  rmSync(house, { recursive: true, force: true });
});

test('a build for production has the form, the mailbox and the pictures in a language that was read', () => {
  expect(WRITE).toHaveLength(3);
  const unread = ui('nl', 'site').downloads.unchecked;
  for (const slug of ['info/', ...WRITE]) {
    const html = pageOf(READ, slug);
    expect(html).toContain(`<html lang="${READ}"`);
    expect(html, `${slug} is marked as unread`).not.toContain(unread);
  }
  const help = pageOf(READ, 'info/');
  for (const slug of WRITE) expect(help).toContain(`href="/${READ}/${slug}"`);
  // Pages of others that have it lead to it, and what search engines may show is told to them.
  expect(pageOf('nl', 'info/g/')).toContain(`hreflang="${READ}"`);
  const sitemap = readFileSync(join(house, 'dist/client/sitemap.xml'), 'utf8');
  expect(sitemap).toContain(`/${READ}/info/g/</loc>`);
  expect(sitemap).not.toContain(`/${READ}/info/a/`);
});

test('it has the page that helps alone where only that was read, which leads to the form in others', () => {
  const help = pageOf(HELP_READ, 'info/');
  for (const slug of WRITE) {
    expect(existsSync(fileOf(HELP_READ, slug)), slug).toBe(false);
    expect(help).not.toContain(`href="/${HELP_READ}/${slug}"`);
  }
  for (const language of languages) expect(help).toContain(`href="/${language}/info/a/"`);
});

test('it has nothing in any other language, and no way to it', () => {
  const others = languagesOf('write').filter((tag) => !isLanguage(tag) && ![READ, HELP_READ].includes(tag));
  expect(others.length).toBe(pageLanguages.length - languages.length - 2);
  for (const tag of others) {
    expect(existsSync(join(house, 'dist/client', tag)), tag).toBe(false);
    for (const language of [...languages, READ, HELP_READ])
      expect(pageOf(language, 'info/'), `${language} leads to ${tag}`).not.toContain(`/${tag}/`);
  }
});
