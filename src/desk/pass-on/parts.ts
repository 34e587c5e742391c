import type { Given } from '../../handoff/lines.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';

/** What of a referral may be passed on or kept back, each as one. */
export const PARTS = [
  'person',
  'contact',
  'language',
  'happening',
  'place',
  'callName',
  'number',
  'story',
] as const;
export type Part = (typeof PARTS)[number];

/** What goes along unless a member says otherwise: enough to act, and nothing that finds the person. */
export const AT_FIRST: readonly Part[] = ['person', 'contact', 'language', 'happening'];

/** Whether a referral has anything of a part. */
export function hasPart(referral: Referral, part: Part): boolean {
  switch (part) {
    case 'person':
    case 'contact':
    case 'language':
      return true;
    case 'happening':
      return referral.happening.length > 0;
    case 'number':
      return Boolean(referral.answer.number);
    default:
      return Boolean(referral[part]);
  }
}

/** The answers of a referral that some parts of it hold. What an answer is about goes with it, and no number by itself. */
export function answersOf(referral: Referral, parts: ReadonlySet<Part>): Given['answers'] {
  const { who, age, danger, when, reach, speaks, speaksOther, formLanguage, happening } = referral;
  const { number, ...contact } = referral.answer;
  const withNumber = parts.has('number') && number !== undefined;
  return {
    ...(parts.has('person') && { danger, ...(age && { age }), ...(when && { when }) }),
    ...((parts.has('person') || parts.has('contact')) && { who }),
    ...(parts.has('contact') && reach && { reach }),
    // A number goes nowhere without the rule by which it may be called.
    ...((parts.has('contact') || withNumber) && {
      answer: { ...contact, ...(withNumber && { number }) },
    }),
    ...(parts.has('language') && {
      formLanguage,
      ...(speaks && { speaks }),
      ...(speaksOther && { speaksOther }),
    }),
    ...(parts.has('happening') && { happening }),
    ...(parts.has('place') && referral.place && { place: referral.place }),
    ...(parts.has('callName') && referral.callName && { callName: referral.callName }),
    ...(parts.has('story') && referral.story && { story: referral.story }),
  };
}
