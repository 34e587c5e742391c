import { afterEach, expect, it, vi } from 'vitest';
import { languagesOf } from '../../../src/i18n/languages.ts';
import { translator } from '../../../src/i18n/translator.ts';
import { fill } from '../../../src/reporter/shell/words.ts';

const NUMBER = '+32 2 511 64 64';

/** The same between what opens and what closes a part that keeps its own order. */
const APART = `\u2068${NUMBER}\u2069`;

const said = (tag: ReturnType<typeof languagesOf<'write'>>[number], number: string) =>
  translator(tag, 'form')('alarm.abroad', { number });

afterEach(() => vi.unstubAllGlobals());

it.each(languagesOf('write'))('a number in a sentence keeps its order while a page is made, in %s', (tag) => {
  const isApart = tag === 'ar' || tag === 'fa-AF';
  expect(said(tag, NUMBER).includes(APART)).toBe(isApart);
  expect(said(tag, NUMBER)).toContain(NUMBER);
  // Figures alone have one order.
  expect(said(tag, '112')).not.toContain('\u2068');
});

it('and when a script fills it in', () => {
  expect(fill('a {{number}} b', { number: NUMBER })).toBe(`a ${NUMBER} b`);
  vi.stubGlobal('document', { dir: 'rtl' });
  expect(fill('a {{number}} b', { number: NUMBER })).toBe(`a ${APART} b`);
  expect(fill('a {{count}} b', { count: 12 })).toBe('a 12 b');
  expect(fill('a {{other}} b', { count: 12 })).toBe('a {{other}} b');
});
