import type { SPOKEN } from '../../protocol/referral.ts';

/** The languages that a person may choose to speak, each in its own name. */
export const spokenNames: Record<Exclude<(typeof SPOKEN)[number], 'other'>, string> = {
  ar: 'العربية',
  bg: 'Български',
  en: 'English',
  es: 'Español',
  fa: 'فارسی',
  fr: 'Français',
  nl: 'Nederlands',
  ps: 'پښتو',
  pt: 'Português',
  ro: 'Română',
  sq: 'Shqip',
  tr: 'Türkçe',
  uk: 'Українська',
  vi: 'Tiếng Việt',
  zh: '中文',
};
