import type { Referral } from '../../protocol/items/kinds/referral.ts';

/** The languages that are written under another tag than the one by which people choose what they speak. */
const WRITTEN: Partial<Record<NonNullable<Referral['speaks']>, string>> = {
  fa: 'fa-AF',
  pt: 'pt-BR',
  zh: 'zh-CN',
};

/** In which language phrases for a person are to be looked for: what they speak, or the form's, as a BCP 47 tag. */
export function phraseLanguage({ speaks, formLanguage }: Pick<Referral, 'speaks' | 'formLanguage'>): string {
  if (speaks === undefined) return formLanguage;
  return WRITTEN[speaks] ?? speaks;
}
