import type { SPOKEN } from '../../protocol/items/referral.ts';

/** The languages that a person may choose to speak, each in its own name. */
export const spokenNames: Record<Exclude<(typeof SPOKEN)[number], 'other'>, string> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
  ro: 'Română',
  sq: 'Shqip',
  sr: 'Srpski / Hrvatski / Bosanski',
  vi: 'Tiếng Việt',
  tr: 'Türkçe',
  bg: 'Български',
  ru: 'Русский',
  uk: 'Українська',
  ar: 'العربية',
  fa: 'فارسی / دری',
  ps: 'پښتو',
  ur: 'اردو',
  hi: 'हिन्दी',
  pa: 'ਪੰਜਾਬੀ',
  zh: '中文',
};
