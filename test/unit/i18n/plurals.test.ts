import { afterEach, describe, expect, it, vi } from 'vitest';
import nl from '../../../content/nl/ui/desk.json' with { type: 'json' };
import { createText } from '../../../src/desk/words/text.ts';
import { translator } from '../../../src/i18n/translator.ts';
import { fill, withCount } from '../../../src/reporter/shell/words.ts';
import { pluralForms } from '../../../tools/check/content/plurals.ts';

/** Arabic has all six forms of CLDR; here each says its name. */
const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
const counted = [0, 1, 2, 3, 11, 100];

afterEach(() => vi.unstubAllGlobals());

describe('a language with six forms', () => {
  it('is counted right by a script of the reporter', () => {
    vi.stubGlobal('document', { documentElement: { lang: 'ar' } });
    const words = Object.fromEntries(forms.map((form) => [`left_${form}`, `${form} {{count}}`]));
    const said = counted.map((count) => withCount({ left_other: '', ...words }, 'left', count));
    expect(said).toEqual(forms.map((form, index) => `${form} ${counted[index]}`));
  });

  it('is counted right at the desk', () => {
    const days = Object.fromEntries(forms.map((form) => [`days_${form}`, `${form} {{count}}`]));
    const text = createText({ ...nl, time: { ...nl.time, ...days } }, 'ar' as 'nl');
    expect(counted.map((count) => text('time.days', { count }))).toEqual(
      forms.map((form, index) => `${form} ${counted[index]}`),
    );
  });

  it('is asked for all six, and others for theirs', () => {
    const formsOf = (tag: string) => [...pluralForms(tag as 'nl').keys()];
    expect(formsOf('ar')).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
    expect([formsOf('nl'), formsOf('fr'), formsOf('zh')]).toEqual([
      ['other', 'one'],
      ['one', 'other'],
      ['other'],
    ]);
  });
});

describe('a language with two forms', () => {
  it('has in French one for none as well, and in Dutch not', () => {
    const words = { left_one: 'one', left_other: 'more' };
    const said = (lang: string) => {
      vi.stubGlobal('document', { documentElement: { lang } });
      return [0, 1, 2].map((count) => withCount(words, 'left', count));
    };
    expect(said('fr')).toEqual(['one', 'one', 'more']);
    expect(said('nl')).toEqual(['more', 'one', 'more']);
    expect(translator('nl', 'site')('downloads.pages', { count: 1 })).toMatch(/^1 /);
  });
});

it('fills a place as it is, once, and leaves what nothing is known of', () => {
  expect(fill('{{a}} and {{b}}, {{a}}', { a: '{{b}}', b: '$&' })).toBe('{{b}} and $&, {{b}}');
  expect(fill('{{a}} {{c}}', { a: 1 })).toBe('1 {{c}}');
});

it('lets no value at the desk bring in another string or place', () => {
  const text = createText(nl, 'nl');
  expect(text('row.taken', { name: '$t(title) {{count}} $&' })).toContain('$t(title) {{count}} $&');
});
