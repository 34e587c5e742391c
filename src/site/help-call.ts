import { may } from '../facts/facts.ts';
import { type HelpTelephone, helpTelephone } from '../facts/telephone.ts';
import type { Language } from '../i18n/languages.ts';
import { translator } from '../i18n/translator.ts';

/** A way to call for help: the number, and the words that are true of that number. */
export interface HelpCall extends HelpTelephone {
  /** What to press, or to do: “Call us”, or whom else. */
  label: string;
  /** The same where the page does not say who “us” is. */
  named: string;
  /** Whether it is answered day and night, which may then be said beside it. */
  dayAndNight: boolean;
  /** Whose number it is, in small letters, where it stands among other things and is not our own. */
  name: string | undefined;
  /** What else to know of it; nothing where nothing is sure. */
  note: string | undefined;
}

/**
 * The number to call for help with its label, in a language. They come together, because the number changes: until
 * PAG-ASA's own is confirmed, a production build shows the national one, and nothing may then say that it is ours. What
 * is known of our own, that somebody wakes and that interpreters come, is not known of that one.
 */
export function helpCall(lang: Language): HelpCall {
  const t = translator(lang, 'safe');
  const number = helpTelephone();
  if (number.line === 'national') {
    const label = t('call.national.label');
    return {
      ...number,
      label,
      named: label,
      name: t('call.national.name'),
      dayAndNight: false,
      note: t('call.national.note'),
    };
  }
  const dayAndNight = may('claims.dayAndNight');
  return {
    ...number,
    label: dayAndNight ? t('call.own.dayAndNight') : t('call.own.label'),
    named: t('call.own.named'),
    name: undefined,
    dayAndNight,
    note: may('claims.interpreters') ? t('call.own.interpreter') : undefined,
  };
}
