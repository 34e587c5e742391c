import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLanguage, languages, printTags } from '../../../src/i18n/languages.ts';
import { languagesOf, materialFile, readingOf } from '../../../src/print/catalogue/readings.ts';
import { materialText } from '../../../src/print/catalogue/texts.ts';
import { paperNames } from './paper-names.ts';

/** A text of many strings as paths and strings: `steps.list.0.text.1` and what stands there. */
function linesOf(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(Object(tree)).flatMap(([key, value]) =>
    linesOf(value, path ? `${path}.${key}` : key),
  );
}

/**
 * What the eleven translations once promised and the law does not: “you have … days”, where time to think has to be asked
 * for and granted, and “nobody can force you”, where nobody can say that a person may stay.
 */
const NEVER = [
  ...[
    'لديك {{',
    'يجبرك',
    'Ai {{',
    'te poate obliga',
    'Имаш {{',
    'те принуди',
    'Ke {{',
    'të detyrojë',
    'Tem {{',
  ],
  ...['pode obrigar', 'Tiene {{', 'puede obligar', 'Bạn có {{', 'được ép bạn', '您有 {{', '强迫您'],
  ...['У вас є {{', 'вас змусити', 'وقت دارید', 'مجبور کند', 'gününüz var', 'sizi zorlayamaz'],
];

describe('the leaflet about the protection', () => {
  it('is there in every language of print', () => {
    expect(languagesOf('protection')).toEqual(printTags);
  });

  const original = linesOf(materialText('protection', 'nl')).map(([path]) => path);

  it.each(printTags)('has as many steps and lines in %s as in Dutch', (tag) => {
    expect(linesOf(materialText('protection', tag)).map(([path]) => path)).toEqual(original);
  });

  it.each(printTags)('promises in %s no more than the law', (tag) => {
    const text = readFileSync(materialFile('protection', tag), 'utf8');
    for (const promise of NEVER) expect(text).not.toContain(promise);
  });

  it.each(printTags)('gives in %s the papers the names that stand on them, in both languages', (tag) => {
    const text = JSON.stringify(materialText('protection', tag))
      .replaceAll('\u00a0', ' ')
      .replaceAll("'", '’');
    expect(paperNames().length).toBe(4);
    for (const name of paperNames()) expect(text).toContain(name);
  });
});

describe('a translation that somebody has read', () => {
  const translations = printTags.filter((tag) => !isLanguage(tag));

  it('is none yet', () => {
    for (const tag of translations)
      for (const item of ['card', 'protection'] as const)
        expect(readingOf(item, tag)).toMatchObject({ read: false, changed: false });
  });

  it('has a mark of its own for each language and text', () => {
    const marks = printTags.flatMap((tag) => [
      readingOf('card', tag).mark,
      readingOf('protection', tag).mark,
    ]);
    expect(new Set(marks).size).toBe(2 * printTags.length);
  });

  it('is written by us in the languages of the site', () => {
    for (const tag of languages) expect(readingOf('protection', tag).read).toBe(true);
  });
});
