import type { Given } from '../../handoff/lines.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import type { WorkPart } from '../../protocol/items/kinds/work-part.ts';

/** What of a referral may be passed on or kept back, each as one. */
export const PARTS = [
  'person',
  'contact',
  'language',
  'service',
  'now',
  'talk',
  'exploitation',
  'happening',
  'named',
  'place',
  'callName',
  'number',
  'story',
] as const;
export type Part = (typeof PARTS)[number];

/** The answers of a professional that are passed on or kept back as one; whether the person agreed always goes along. */
const WORK_PARTS = {
  service: ['service', 'role', 'reference', 'colleague'],
  now: ['here', 'until', 'bed', 'people', 'minors', 'needs'],
  talk: ['interpreter', 'help'],
  exploitation: ['exploitation', 'signs', 'sector', 'left', 'last', 'statement'],
  named: ['person', 'personNumber'],
} as const satisfies Partial<Record<Part, readonly Exclude<keyof WorkPart, 'consent'>[]>>;

type WorkPartName = keyof typeof WORK_PARTS;

const workParts = Object.keys(WORK_PARTS) as WorkPartName[];

const isWorkPart = (part: Part): part is WorkPartName => part in WORK_PARTS;

/** What goes along unless a member says otherwise: enough to act, and nothing that finds the person. */
export const AT_FIRST: readonly Part[] = [
  ...(['person', 'contact', 'language', 'service', 'now', 'talk', 'exploitation'] as const),
  'happening',
];

/** What of a professional's answers some parts hold. */
function workOf(work: WorkPart, parts: ReadonlySet<Part>): Given['answers']['work'] {
  const fields = workParts.flatMap((part): readonly (keyof WorkPart)[] =>
    parts.has(part) ? WORK_PARTS[part] : [],
  );
  const chosen = Object.entries(work).filter(([field]) => fields.some((one) => one === field));
  return { ...Object.fromEntries(chosen), consent: work.consent };
}

/** Whether a referral has anything of a part. */
export function hasPart(referral: Referral, part: Part): boolean {
  const { work } = referral;
  if (isWorkPart(part)) return WORK_PARTS[part].some((field) => work?.[field] !== undefined);
  switch (part) {
    case 'contact':
      return referral.of === undefined;
    case 'person':
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
  const { who, age, danger, when, reach, speaks, speaksOther, formLanguage, happening, work } = referral;
  const { number, ...contact } = referral.answer;
  const withContact = parts.has('contact') && hasPart(referral, 'contact');
  const withNumber = parts.has('number') && number !== undefined;
  return {
    ...(parts.has('person') && { danger, ...(age && { age }), ...(when && { when }) }),
    ...((parts.has('person') || withContact) && { who }),
    ...(withContact && reach && { reach }),
    // A number goes nowhere without the rule by which it may be called.
    ...((withContact || withNumber) && {
      answer: { ...contact, ...(withNumber && { number }) },
    }),
    ...(parts.has('language') && {
      formLanguage,
      ...(speaks && { speaks }),
      ...(speaksOther && { speaksOther }),
    }),
    ...(work && { work: workOf(work, parts) }),
    ...(parts.has('happening') && { happening }),
    ...(parts.has('place') && referral.place && { place: referral.place }),
    ...(parts.has('callName') && referral.callName && { callName: referral.callName }),
    ...(parts.has('story') && referral.story && { story: referral.story }),
  };
}
