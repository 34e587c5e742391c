import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadFacts } from '../../src/facts/load.ts';
import type { Fact } from '../../src/facts/schema.ts';
import { writeFact } from '../../src/facts/write.ts';
import { isLanguage, languages, printTags } from '../../src/i18n/languages.ts';
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

const page = (path: string) => readFileSync(`${REAL}/client/${path}/index.html`, 'utf8');

test.each([
  ['a question whose answer nobody has confirmed', 'nl/vragen', 'Wat kost het?'],
  ['the same in French', 'fr/questions', 'Combien ça coûte'],
  ['the same in English', 'en/questions', 'What does it cost?'],
  ['how to give each month to an account that is not shown', 'nl/steun-ons', 'Elke maand geven'],
  ['the same in French', 'fr/faire-un-don', 'Donner chaque mois'],
  ['the same in English', 'en/donate', 'Give every month'],
  ['an address that may be a building site', 'nl/contact', 'Leguit'],
  ['that the person is told what nobody has confirmed', 'en/questions', 'No, not without you.'],
])('it leaves out %s', (_, path, words) => {
  expect(page(path)).toContain('<h1');
  expect(page(path)).not.toContain(words);
});

test.each([
  ['nl', 'ook aan de politie'],
  ['fr', 'aussi à la police'],
  ['en', 'also from the police'],
])('it says wherever secrecy has a limit that the police may be called: %s', (lang, words) => {
  const paths = ['info', 'info/c', 'info/e', { nl: 'vragen', fr: 'questions', en: 'questions' }[lang]];
  for (const path of paths) expect(page(`${lang}/${path}`), path).toContain(words);
  expect(page(`${lang}/${{ nl: 'privacy', fr: 'vie-privee', en: 'privacy' }[lang]}`)).toContain(words);
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
