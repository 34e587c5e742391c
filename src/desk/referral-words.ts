import type { Language } from '../i18n/languages.ts';
import type { Referral } from '../protocol/referral.ts';
import type { Text } from './text.ts';

/** A language in words of the page's language; names of languages come from the browser (CLDR). */
export function languageName(tag: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}

/**
 * Which language the person speaks, or, where that was not said, in which language the form was. What they typed
 * themselves for another language is not in it: the list shows nothing typed.
 */
export function spokenLanguage(referral: Referral, text: Text, language: Language): string {
  if (referral.speaks === undefined) {
    return text('referral.formIn', { language: languageName(referral.formLanguage, language) });
  }
  if (referral.speaks === 'other') return text('referral.speaksOther');
  return languageName(referral.speaks, language);
}
