import { expect, it } from 'vitest';
import { languagesOf, nameOf } from '../../../../src/i18n/languages.ts';
import { SPOKEN } from '../../../../src/protocol/items/kinds/referral.ts';

const SCRIPTS = ['Latin', 'Cyrillic', 'Arabic', 'Devanagari', 'Gurmukhi', 'Han'] as const;

const names = SPOKEN.flatMap((tag) => (tag === 'other' ? [] : [nameOf(tag)]));
const scriptOf = (name: string) =>
  SCRIPTS.findIndex((script) => new RegExp(`\\p{sc=${script}}`, 'u').test(name));

it('offers the languages that the table says are spoken, and no other', () => {
  expect([...languagesOf('spoken'), 'other'].sort()).toEqual([...SPOKEN].sort());
});

it('offers languages by their script, and those in Latin and Cyrillic letters by the alphabet', () => {
  const scripts = names.map(scriptOf);
  expect(scripts).not.toContain(-1);
  expect(scripts).toEqual([...scripts].sort((a, b) => a - b));
  for (const script of ['Latin', 'Cyrillic'] as const) {
    const same = names.filter((name) => scriptOf(name) === SCRIPTS.indexOf(script));
    expect(same).toEqual([...same].sort(new Intl.Collator('en').compare));
  }
});

it('offers what most of the people whom the centre supported speak, and another language last', () => {
  for (const tag of [
    'ar',
    'en',
    'ro',
    'sq',
    'bg',
    'zh',
    'fr',
    'pt',
    'uk',
    'ru',
    'es',
    'fa',
    'ps',
    'pa',
    'hi',
    'ur',
    'vi',
    'pl',
    'tr',
  ]) {
    expect(SPOKEN).toContain(tag);
  }
  expect(nameOf('fa')).toContain('دری');
  expect(SPOKEN.at(-1)).toBe('other');
});
