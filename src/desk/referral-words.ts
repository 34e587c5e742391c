import type { Language } from '../i18n/languages.ts';
import type { Referral } from '../protocol/referral.ts';
import type { Text } from './text.ts';

/** A language in words of the page's language; names of languages come from the browser (CLDR). */
export function languageName(tag: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}

/** Which language the person speaks, or, where that was not said, in which language the form was. */
export function spokenLanguage(referral: Referral, text: Text, language: Language): string {
  if (referral.speaks === undefined || referral.speaks === 'other') {
    return text('referral.formIn', { language: languageName(referral.formLanguage, language) });
  }
  return languageName(referral.speaks, language);
}
