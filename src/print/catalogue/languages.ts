import { type Language, languages } from '../../i18n/languages.ts';

/** How a language is set in print: its own name, where it reads from, and which typefaces have its letters. */
interface PrintLanguageOf {
  name: string;
  rightToLeft?: true;
  typefaces: 'house' | 'noto' | 'arabic' | 'chinese';
}

/**
 * The languages of print by their BCP 47 tags: those of the site, then those of the people whom PAG-ASA met most in
 * thirty years. Dari is written as Persian of Afghanistan, which screen readers know.
 */
export const printLanguages = {
  nl: { name: 'Nederlands', typefaces: 'house' },
  fr: { name: 'Français', typefaces: 'house' },
  en: { name: 'English', typefaces: 'house' },
  ar: { name: 'العربية', typefaces: 'arabic', rightToLeft: true },
  ro: { name: 'Română', typefaces: 'house' },
  bg: { name: 'Български', typefaces: 'noto' },
  sq: { name: 'Shqip', typefaces: 'house' },
  'pt-BR': { name: 'Português (Brasil)', typefaces: 'house' },
  es: { name: 'Español', typefaces: 'house' },
  vi: { name: 'Tiếng Việt', typefaces: 'noto' },
  'zh-CN': { name: '简体中文', typefaces: 'chinese' },
  uk: { name: 'Українська', typefaces: 'noto' },
  'fa-AF': { name: 'دری', typefaces: 'arabic', rightToLeft: true },
  tr: { name: 'Türkçe', typefaces: 'house' },
} as const satisfies Record<string, PrintLanguageOf>;

/** A language of print, as its BCP 47 tag. */
export type PrintLanguage = keyof typeof printLanguages;

/** Every language of print, in the order in which lists show them. */
export const printTags = Object.keys(printLanguages) as PrintLanguage[];

/** Narrows a tag to a language of print. */
export function isPrintLanguage(tag: string): tag is PrintLanguage {
  return Object.hasOwn(printLanguages, tag);
}

/** The language in which the site writes facts for a language of print: its own, or English for numbers alone. */
export function siteLanguageOf(tag: PrintLanguage): Language {
  return languages.find((language) => language === tag) ?? 'en';
}

/** The writing direction of a language, as HTML and Typst name it. */
export function directionOf(tag: PrintLanguage): 'ltr' | 'rtl' {
  return 'rightToLeft' in printLanguages[tag] ? 'rtl' : 'ltr';
}
