import { expect, it } from 'vitest';
import { formTold, phraseLanguage } from '../../../../src/desk/playbooks/phrase-language.ts';
import { isLanguage, languagesOf, printTags } from '../../../../src/i18n/languages.ts';

it('looks for phrases in what the person speaks, as it is written', () => {
  expect(phraseLanguage({ speaks: 'ar', formLanguage: 'nl' })).toBe('ar');
  expect(phraseLanguage({ speaks: 'fa', formLanguage: 'nl' })).toBe('fa-AF');
  expect(phraseLanguage({ speaks: 'other', formLanguage: 'en' })).toBe('other');
  expect(phraseLanguage({ formLanguage: 'fr' })).toBe('fr');
});

it.each(languagesOf('write').filter((tag) => !isLanguage(tag)))(
  'looks for them in %s where the form was in it, which has phrases, whatever is spoken',
  (formLanguage) => {
    expect(printTags).toContain(formLanguage);
    for (const speaks of [undefined, 'other', 'fr', 'ps'] as const)
      expect(phraseLanguage({ ...(speaks && { speaks }), formLanguage })).toBe(formLanguage);
  },
);

it('tells of a form in a further language where the person speaks another one, and of no other form', () => {
  expect(formTold({ speaks: 'other', formLanguage: 'ar' })).toBe('ar');
  expect(formTold({ speaks: 'ru', formLanguage: 'uk' })).toBe('uk');
  expect(formTold({ speaks: 'fa', formLanguage: 'fa-AF' })).toBeNull();
  expect(formTold({ speaks: 'ar', formLanguage: 'ar' })).toBeNull();
  expect(formTold({ speaks: 'ar', formLanguage: 'fr' })).toBeNull();
  // What is said of it elsewhere: that nothing was said, and in which language the form was.
  expect(formTold({ formLanguage: 'ar' })).toBeNull();
});
