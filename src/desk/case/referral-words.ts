import type { Language } from '../../i18n/languages.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { type Case, caseUrgency, hasDanger } from '../inbox/cases.ts';
import { keptBy } from '../kept/kept.ts';
import type { Text } from '../words/text.ts';

const languagesIn = keptBy((language: Language) => new Intl.DisplayNames([language], { type: 'language' }));

/** A language in words of the page's language; names of languages come from the browser (CLDR). */
export function languageName(tag: string, language: Language): string {
  return languagesIn(language).of(tag) ?? tag;
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

/** For whom somebody refers. Of one person of a group the desk says so itself. */
export const whoKey = ({ who, of }: Referral) => `who.${of ? 'ofGroup' : who}` as const;

/** How urgent a thread is, in words. Who asks for an answer now says nothing of danger, and no word here does. */
export function urgencyText(one: Case, text: Text): string {
  const urgency = caseUrgency(one) ?? 'advice';
  return text(urgency === 'now' && !hasDanger(one) ? 'urgency.asked' : `urgency.${urgency}`);
}

/**
 * Whether the person may be contacted for whom somebody else wrote; null where they wrote themselves. What was not
 * answered is no consent.
 */
export function reachRule({ who, reach }: Referral, text: Text): string | null {
  if (who === 'me') return null;
  return text(`reach.${reach ?? 'unsaid'}`);
}

/** A country (ISO 3166) in words of the page's language; names of countries come from the browser (CLDR). */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
