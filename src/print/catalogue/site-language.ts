import { languages, type PrintLanguage, type SiteLanguage } from '../../i18n/languages.ts';

/** The language in which the site writes facts for a language of print: its own, or English for numbers alone. */
export function siteLanguageOf(tag: PrintLanguage): SiteLanguage {
  return languages.find((language) => language === tag) ?? 'en';
}
