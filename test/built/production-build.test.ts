import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factOf } from '../../src/facts/facts.ts';
import { loadFacts } from '../../src/facts/load.ts';
import type { Fact } from '../../src/facts/schema.ts';
import { writeFact } from '../../src/facts/write.ts';
import {
  isLanguage,
  type Language,
  languages,
  pageLanguages,
  printTags,
  type SiteLanguage,
} from '../../src/i18n/languages.ts';
import { type PageName, pathTo } from '../../src/site/routes.ts';
import { buildSite } from '../../tools/build/build-site.ts';
import { BUILD_TIME, BUILDS, LOCAL_KEY, REAL, REAL_KEY } from './support/builds.ts';

/** Where what these tests build for themselves lies. */
const folder = join(BUILDS, 'more');

// A no-break space reads as a space, and a link's telephone number as its digits.
const built = globSync(`${REAL}/client/**/*.{html,xml,txt,json,csv}`)
  .map((file) => readFileSync(file, 'utf8').replaceAll('\u00a0', ' '))
  .join('\n');

/** Every way in which a fact that is no number could stand in a page. */
function spellings(fact: Fact): string[] {
  if (fact.value === null || fact.value === true || fact.as === 'claim' || typeof fact.value === 'number')
    return [];
  return languages.flatMap((language) => {
    const { text, href } = writeFact(fact, language);
    return [text.replaceAll('\u00a0', ' '), ...(href ? [`"${href}"`] : [])];
  });
}

test('a build for production holds no number, name, address or account that PAG-ASA has not confirmed', () => {
  const shown = [...loadFacts()]
    .filter(([, fact]) => !fact.confirmed)
    .flatMap(([key, fact]) => spellings(fact).map((text) => ({ key, text })))
    .filter(({ text }) => built.includes(text));
  expect(shown).toEqual([]);
});

test('it says nowhere that something is still to be confirmed', () => {
  expect(built).not.toContain('class="unconfirmed"');
});

test('it shows the national hotline as the number to call', () => {
  expect(built).toContain('href="tel:+3278055800"');
});

test('it says of no number that it is ours, or answered day and night, which is not', () => {
  const links = [...built.matchAll(/<a[^>]*href="tel:\+3278055800"[^>]*>(.*?)<\/a>/gs)].map(
    ([, inside = '']) =>
      inside
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
  );
  expect(links.length).toBeGreaterThan(50);
  // Below a call, who answers it: all three.
  const said = links.map((text) => text.replace(/PAG-ASA, Payoke (en|et|and) Sürya/, ''));
  expect(
    said.filter((text) => /PAG-ASA|\bons\b|nous|\bus\b|dag en nacht|jour et nuit|day or night/i.test(text)),
  ).toEqual([]);
});

test('it holds no PDF, and lists none, in a language in which nobody has read it', () => {
  const folders = globSync(`${REAL}/client/print/*/*`).map((file) => file.split(/[\\/]/).at(-2));
  expect([...new Set(folders)].sort()).toEqual(['en', 'fr', 'nl']);
  for (const tag of printTags.filter((tag) => !isLanguage(tag))) {
    expect(built).not.toContain(`/print/${tag}/`);
    expect(built).not.toContain(`hreflang="${tag}"`);
  }
});

test('it has no page, and no way to one, in a language in which nobody has read it', () => {
  const unread = pageLanguages.filter((tag) => !isLanguage(tag));
  expect(unread.length).toBeGreaterThan(10);
  for (const tag of unread) {
    expect(existsSync(join(REAL, 'client', tag)), tag).toBe(false);
    expect(built).not.toContain(`/${tag}/info/`);
  }
  expect(built).not.toContain('class="other-languages"');
});

/** What stands in a file of content/ behind `:::confirm KEY`, up to the end of the line: shown only once that is confirmed. */
const awaits = (file: string, key: string): string => {
  const text = readFileSync(`content/${file}`, 'utf8');
  const [, line = ''] = new RegExp(`:::confirm ${key}\\s+(?:## )?(.+)`).exec(text) ?? [];
  if (line === '') throw new Error(`content/${file} has nothing that awaits ${key}`);
  return line;
};

/** A question of content/, by its id. */
const question = (lang: Language, id: string): string => {
  const text = readFileSync(`content/${lang}/faq.yaml`, 'utf8');
  const [, line = ''] = new RegExp(`- id: ${id}\\n(?:  .*\\n)*?  question: (.+)`).exec(text) ?? [];
  if (line === '') throw new Error(`content/${lang} has no question ${id}`);
  return line;
};

const pageOf = (name: PageName, lang: Language) =>
  readFileSync(`${REAL}/client${pathTo(name, lang)}index.html`, 'utf8').replaceAll('\u00a0', ' ');

test.each(languages)('it leaves out in %s what nobody has confirmed', (lang) => {
  const absent: [PageName, string][] = [
    ['faq', question(lang, 'cost')],
    ['donate', awaits(`${lang}/pages/donate.md`, 'centre.iban')],
    ['faq', awaits(`${lang}/faq.yaml`, 'claims.policeOnlyWithYou')],
    // An address that may be a building site.
    ['contact', String(factOf('partners.payokeAddress').value).split(' ')[0] ?? ''],
  ];
  for (const [name, words] of absent) {
    expect(pageOf(name, lang)).toContain('<h1');
    expect(pageOf(name, lang), name).not.toContain(words.replaceAll('\u00a0', ' '));
  }
  // The page of questions is written as content/ has it: a question that may stand there does.
  expect(pageOf('faq', lang)).toContain(question(lang, 'police').replaceAll('\u00a0', ' '));
});

/** That a life or a child is in danger, and after it, in the same passage, the police: whatever the words between. */
const LIMIT: Record<SiteLanguage, RegExp> = {
  nl: /gevaar[^<>]*politie/,
  fr: /danger[^<>]*police/,
  en: /danger[^<>]*police/,
};

test.each(languages)('it says wherever secrecy has a limit that the police may be called: %s', (lang) => {
  for (const name of ['help', 'worried', 'rights', 'faq', 'privacy'] as const)
    expect(pageOf(name, lang), name).toMatch(LIMIT[lang]);
});

/** What a build made: each file with a hash of its bytes. */
const contentsOf = (dist: string) =>
  globSync(`${dist}/client/**/*.*`)
    .sort()
    .map((file) => [file.slice(dist.length), createHash('sha256').update(readFileSync(file)).digest('hex')]);

test(
  'a second build is the same, page by page and PDF by PDF, byte by byte',
  async () => {
    await buildSite(join(folder, 'again'), REAL_KEY, { env: 'production' });
    expect(contentsOf(join(folder, 'again'))).toEqual(contentsOf(REAL));
  },
  BUILD_TIME,
);

test(
  'it is refused with a throw-away key',
  async () => {
    await expect(buildSite(join(folder, 'refused'), LOCAL_KEY, { env: 'production' })).rejects.toThrow(
      'throw-away key',
    );
  },
  BUILD_TIME,
);
