import {
  AGE,
  ANSWER_WAY,
  AWARE,
  DANGER,
  HAPPENING,
  OTHER_VOICE,
  REACH,
  REFERRAL_LIMITS,
  RELATION,
  type Referral,
  type ReferralField,
  SAFE_TIME,
  type SafeAnswer,
  SPOKEN,
} from '../protocol/items/kinds/referral.ts';
import type { AnswersOf, CaseOf, QuestionFor } from './question.ts';

/** The lines of the desk's list of answers, in the order in which they are read: first what must be known to act. */
export const REFERRAL_LINES = [
  'when',
  'contact',
  'relation',
  'place',
  'happening',
  'callName',
  'danger',
] as const;
export type ReferralLine = (typeof REFERRAL_LINES)[number];

/** Where the desk shows an answer: above all, in a line of its list, or as what was written at length. */
export type Place = 'head' | ReferralLine | 'text';

/** What a referral holds itself, and what it holds of how the centre may answer. */
type Own = Pick<Referral, Exclude<ReferralField, keyof SafeAnswer>>;

/** The answers on which the form shows something. */
export type ReferralCase = CaseOf<Required<Own & SafeAnswer>>;

/** A row for every answer that a referral can hold; those of how the centre may answer go into that part of it. */
export type ReferralRows = {
  [Field in keyof Own]-?: QuestionFor<NonNullable<Own[Field]>, Place, ReferralCase> & { within?: never };
} & {
  [Field in keyof SafeAnswer]-?: QuestionFor<NonNullable<SafeAnswer[Field]>, Place, ReferralCase> & {
    within: 'answer';
  };
};

/** Who writes; who meets people in their work has a page of their own (src/questions/work.ts). */
const WRITERS = ['me', 'known'] as const;

/** How soon who writes for another person may need an answer. */
const HOW_SOON = ['now', 'today', 'week', 'advice'] as const;

/** Somebody writes for another person. */
const FOR_ANOTHER = ['who:known'] as const;

/** A call is asked for. */
const FOR_A_CALL = ['way:call', 'way:call-trusted'] as const;

/**
 * The questions of the referral form, one row each, in its order. What else depends on a question is read from here: its
 * place on the page and what shows it, how it is read, checked and sealed, how urgent an answer is, and where the desk
 * shows it. Its words stand under its name in content/<language>/ui/form.json; where they differ by who writes, as
 * `{ me, other }`.
 */
export const REFERRAL_QUESTIONS = {
  who: { screen: 'who', control: 'radios', options: WRITERS, required: true, desk: 'head' },
  danger: {
    screen: 'danger',
    control: 'radios',
    options: DANGER,
    required: true,
    weight: { yes: 'now', unsure: 'today' },
    desk: 'danger',
  },
  when: {
    screen: 'when',
    control: 'radios',
    options: HOW_SOON,
    shownFor: FOR_ANOTHER,
    weight: { now: 'now', tonight: 'today', today: 'today' },
    desk: 'when',
  },
  age: { screen: 'age', control: 'radios', options: AGE, weight: { minor: 'today' }, desk: 'head' },
  speaks: { screen: 'speaks', control: 'radios', options: SPOKEN, paired: true, desk: 'head' },
  speaksOther: {
    screen: 'speaks',
    control: 'line',
    limit: REFERRAL_LIMITS.speaksOther,
    shownFor: ['speaks:other'],
    desk: 'head',
  },
  relation: {
    screen: 'relation',
    control: 'radios',
    options: RELATION,
    shownFor: ['who:known'],
    desk: 'relation',
  },
  aware: { screen: 'aware', control: 'radios', options: AWARE, shownFor: ['who:known'], desk: 'contact' },
  reach: {
    screen: 'reach',
    control: 'radios',
    options: REACH,
    shownFor: FOR_ANOTHER,
    consent: true,
    desk: 'contact',
  },
  way: { screen: 'way', control: 'radios', options: ANSWER_WAY, within: 'answer', desk: 'contact' },
  number: {
    screen: 'way',
    control: 'line',
    limit: REFERRAL_LIMITS.number,
    // Nothing else is asked of a telephone number: people write them in many ways.
    digits: 3,
    inputmode: 'tel',
    shownFor: FOR_A_CALL,
    required: true,
    within: 'answer',
    weight: 'today',
    desk: 'contact',
  },
  times: {
    screen: 'way',
    control: 'checks',
    options: SAFE_TIME,
    alone: 'any',
    shownFor: FOR_A_CALL,
    within: 'answer',
    desk: 'contact',
  },
  otherVoice: {
    screen: 'way',
    control: 'radios',
    options: OTHER_VOICE,
    shownFor: FOR_A_CALL,
    within: 'answer',
    desk: 'contact',
  },
  voicemail: {
    screen: 'way',
    control: 'checkbox',
    shownFor: FOR_A_CALL,
    consent: true,
    within: 'answer',
    desk: 'contact',
  },
  happening: { screen: 'happening', control: 'checks', options: HAPPENING, desk: 'happening' },
  place: { screen: 'place', control: 'line', limit: REFERRAL_LIMITS.place, desk: 'place' },
  story: { screen: 'story', control: 'lines', limit: REFERRAL_LIMITS.story, desk: 'text' },
  callName: { screen: 'callName', control: 'line', limit: REFERRAL_LIMITS.callName, desk: 'callName' },
} as const satisfies ReferralRows;

/** What stands in the referral form. */
export type ReferralAnswers = AnswersOf<typeof REFERRAL_QUESTIONS>;
