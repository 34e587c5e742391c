import { isLanguage } from '../../i18n/languages.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';

type Said = Pick<Referral, 'speaks' | 'formLanguage'>;

/** The languages that are written under another tag than the one by which people choose what they speak. */
const WRITTEN: Partial<Record<NonNullable<Referral['speaks']>, string>> = {
  fa: 'fa-AF',
  pt: 'pt-BR',
  zh: 'zh-CN',
};

/** The language of what a person speaks, as it is written. */
const written = (speaks: NonNullable<Referral['speaks']>): string => WRITTEN[speaks] ?? speaks;

/**
 * In which language phrases for a person are to be looked for, as a BCP 47 tag: that of the form where it is none of the
 * site's, for whoever chose it reads it; else what they speak, or the form's.
 */
export function phraseLanguage({ speaks, formLanguage }: Said): string {
  return speaks === undefined || !isLanguage(formLanguage) ? formLanguage : written(speaks);
}

/** The language of a form that tells more than what the person speaks: it is none of the site's, and another than that. */
export function formTold({ speaks, formLanguage }: Said): string | null {
  const told = speaks !== undefined && !isLanguage(formLanguage) && written(speaks) !== formLanguage;
  return told ? formLanguage : null;
}
