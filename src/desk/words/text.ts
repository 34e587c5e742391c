import { createInstance, type ParseKeys } from 'i18next';
import { isolated } from '../../i18n/isolated.ts';
import { directionOf, type Language } from '../../i18n/languages.ts';
import type { Strings } from '../../i18n/strings.ts';
import { keptBy } from '../kept/kept.ts';
import type { SomeWords } from './later-words.ts';

/** The path of a string of the desk, without the suffix of its plural: `row.days`. */
export type TextKey = ParseKeys<'desk'>;

/** What goes into the places `{{name}}` of a string. `count` also chooses the plural. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Gives a string of the desk in the language of the page. */
export type Text = (key: TextKey, values?: TextValues) => string;

/** Speaks one language: `learn` adds strings that came later. */
export type Speech = { text: Text; learn: (words: SomeWords) => void };

/**
 * Makes the `text` function of one language from its strings, as they stand in content/<language>/ui/desk.json. Plurals
 * are those of the language, by i18next; a value can bring in no places of its own, and no other strings.
 */
export function createSpeech(strings: SomeWords, language: Language): Speech {
  const i18n = createInstance();
  void i18n.init({
    resources: { [language]: { desk: strings } },
    lng: language,
    fallbackLng: false,
    defaultNS: 'desk',
    ns: ['desk'],
    // The groups of a fingerprint would else stand in the order of the words around them.
    interpolation: { escapeValue: directionOf(language) === 'rtl', escape: isolated },
    initAsync: false,
  });
  const say = i18n.getFixedT(language, 'desk');
  // A string without values is always the same, and a long list asks for a few of them thousands of times.
  const fixed = () => keptBy((key: TextKey) => say(key, { nest: false }));
  let plain = fixed();
  return {
    text: (key, values) => (values ? say(key, { ...values, nest: false }) : plain(key)),
    learn(words) {
      i18n.addResourceBundle(language, 'desk', words, true);
      plain = fixed();
    },
  };
}

/** The same where all strings are there. */
export const createText = (strings: Strings['desk'], language: Language): Text =>
  createSpeech(strings, language).text;
