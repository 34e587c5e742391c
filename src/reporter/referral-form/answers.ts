import {
  AGE,
  ANSWER_WAY,
  DANGER,
  HAPPENING,
  OTHER_VOICE,
  REACH,
  type Referral,
  type ReferralField,
  SAFE_TIME,
  type SafeAnswer,
  SPOKEN,
  WHEN,
  WHO,
} from '../../protocol/items/referral.ts';
import { choice, ticked, typed } from '../sealed-form/read-fields.ts';

/** Every answer of a referral has its place here, or nothing compiles: what is asked can't get lost. */
type Complete<Every extends Record<ReferralField, unknown>> = Every;

/** What stands in the referral form: null where nothing is chosen, an empty text where nothing is typed. */
export type Answers = Complete<{
  who: Referral['who'] | null;
  danger: Referral['danger'] | null;
  when: NonNullable<Referral['when']> | null;
  reach: NonNullable<Referral['reach']> | null;
  age: NonNullable<Referral['age']> | null;
  speaks: NonNullable<Referral['speaks']> | null;
  speaksOther: string;
  way: SafeAnswer['way'] | null;
  number: string;
  times: NonNullable<SafeAnswer['times']>;
  otherVoice: NonNullable<SafeAnswer['otherVoice']> | null;
  voicemail: boolean;
  happening: Referral['happening'];
  place: string;
  story: string;
  callName: string;
}>;

/** The fields into which something is typed. */
export const TYPED = ['speaksOther', 'number', 'place', 'story', 'callName'] as const;
export type Typed = (typeof TYPED)[number];

/** Reads the referral form. */
export function readAnswers(form: HTMLElement): Answers {
  return {
    who: choice(form, 'who', WHO),
    danger: choice(form, 'danger', DANGER),
    when: choice(form, 'when', WHEN),
    reach: choice(form, 'reach', REACH),
    age: choice(form, 'age', AGE),
    speaks: choice(form, 'speaks', SPOKEN),
    speaksOther: typed(form, 'speaksOther'),
    way: choice(form, 'way', ANSWER_WAY),
    number: typed(form, 'number'),
    times: ticked(form, 'times', SAFE_TIME),
    otherVoice: choice(form, 'otherVoice', OTHER_VOICE),
    voicemail: ticked(form, 'voicemail', ['yes']).length > 0,
    happening: ticked(form, 'happening', HAPPENING),
    place: typed(form, 'place'),
    story: typed(form, 'story'),
    callName: typed(form, 'callName'),
  };
}

/** Whether the answers ask for a call, and so need a number. */
export function asksForCall(way: Answers['way']): boolean {
  return way === 'call' || way === 'call-trusted';
}

/** Whether somebody writes for another person, and so is asked when they need an answer and whom to contact. */
export function isForOther(who: Answers['who']): boolean {
  return who === 'known' || who === 'work';
}
