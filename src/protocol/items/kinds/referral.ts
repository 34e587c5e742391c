import * as z from 'zod/mini';
import { base64urlBytes, FormLanguage, typedText } from '../../wire/fields.ts';
import { itemOf, WriterTime } from '../fields.ts';
import type { WorkPart } from './work-part.ts';

/** Who needs help: the person who writes, someone they know, or someone they met in their work. */
export const WHO = ['me', 'known', 'work'] as const;

/** Whether someone is in danger now. */
export const DANGER = ['yes', 'no', 'unsure'] as const;

/** Whether the person who needs help is 18 or older. */
export const AGE = ['adult', 'minor', 'unsure', 'unsaid'] as const;

/**
 * The languages that a person may choose to speak, as BCP 47 tags: those that most of the people whom the centre
 * supported speak, and its own. Readers look for theirs by its script: first those in Latin letters by the alphabet,
 * then Cyrillic, Arabic, Indian and Chinese script, each as src/reporter/referral-form/spoken-names.ts writes it. `other`
 * goes with words of the person's own. (`fa` stands for Farsi and Dari, `sr` for Serbian, Croatian and Bosnian.)
 */
export const SPOKEN = [
  'en',
  'es',
  'fr',
  'nl',
  'pl',
  'pt',
  'ro',
  'sq',
  'sr',
  'vi',
  'tr',
  'bg',
  'ru',
  'uk',
  'ar',
  'fa',
  'ps',
  'ur',
  'hi',
  'pa',
  'zh',
  'other',
] as const;

/** When who writes for somebody else needs an answer: now, tonight, today, this week, or only advice. */
export const WHEN = ['now', 'tonight', 'today', 'week', 'advice'] as const;

/** From where who writes knows the person. */
export const RELATION = ['family', 'friend', 'neighbour', 'colleague', 'online', 'other'] as const;

/** Whether the person knows that somebody writes for them. */
export const AWARE = ['yes', 'no', 'unsure'] as const;

/** Whether the centre may contact the person for whom somebody else writes. Only `yes` allows it. */
export const REACH = ['yes', 'no', 'unsure'] as const;

/** How the centre may answer: in the mailbox, by calling, by calling someone trusted, or by waiting for a call. */
export const ANSWER_WAY = ['mailbox', 'call', 'call-trusted', 'will-call', 'unsure'] as const;

/** When it is safe to call, in Brussels time: 6–12, 12–18, 18–23 and 23–6 hours. */
export const SAFE_TIME = ['any', 'morning', 'afternoon', 'evening', 'night'] as const;

/** What the caller does when another voice answers. */
export const OTHER_VOICE = ['hang-up', 'wrong-number'] as const;

/** What is happening: the cards of the form. */
export const HAPPENING = ['papers', 'pay', 'watched', 'debt', 'sex', 'crime', 'hurt', 'other'] as const;

/** Longest texts of a referral, in UTF-16 code units. */
export const REFERRAL_LIMITS = {
  number: 60,
  speaksOther: 60,
  place: 100,
  story: 2000,
  callName: 100,
} as const;

/** How the centre may answer without putting the reporter at risk. */
export const SafeAnswer = z.object({
  way: z.enum(ANSWER_WAY),
  /** Telephone number, in whatever form it was typed. */
  number: z.optional(typedText(REFERRAL_LIMITS.number)),
  /** When a call is safe; empty or absent means that nobody said. */
  times: z.optional(z.array(z.enum(SAFE_TIME)).check(z.maxLength(SAFE_TIME.length))),
  otherVoice: z.optional(z.enum(OTHER_VOICE)),
  /** Whether a message may be left on voicemail; absent means no. */
  voicemail: z.optional(z.boolean()),
});
export type SafeAnswer = z.infer<typeof SafeAnswer>;

/**
 * A referral: what a reporter seals to the centre. Every field but who, danger and a way to answer may be absent. What a
 * professional seals has a part of its own (work-part.ts), which no other form carries the code of.
 */
export const PersonReferral = z.object({
  /** The id of the thread is that of the referral. */
  ...itemOf('referral'),
  at: WriterTime,
  /** X25519 public key of the reporter's mailbox. The worker never learns it, so it also shows who writes later. */
  mailbox: base64urlBytes(32),
  formLanguage: FormLanguage,
  who: z.enum(WHO),
  danger: z.enum(DANGER),
  /** Only where somebody writes for another person (`known`, `work`). */
  when: z.optional(z.enum(WHEN)),
  /** Only where somebody writes for a person whom they know (`known`), as is `aware`. */
  relation: z.optional(z.enum(RELATION)),
  aware: z.optional(z.enum(AWARE)),
  /** Only where somebody writes for another person. Absent means what `no` means: answer the writer alone. */
  reach: z.optional(z.enum(REACH)),
  age: z.optional(z.enum(AGE)),
  speaks: z.optional(z.enum(SPOKEN)),
  speaksOther: z.optional(typedText(REFERRAL_LIMITS.speaksOther)),
  answer: SafeAnswer,
  happening: z.array(z.enum(HAPPENING)).check(z.maxLength(HAPPENING.length)),
  place: z.optional(typedText(REFERRAL_LIMITS.place)),
  story: z.optional(typedText(REFERRAL_LIMITS.story)),
  /** What the reporter wants to be called: real or not. */
  callName: z.optional(typedText(REFERRAL_LIMITS.callName)),
});

/**
 * A referral as it is opened. `work` is there only where somebody writes about a person whom they met in their work. `of`: it
 * is about one person of a group, begun at the desk; the thread of the referral that is about them all.
 */
export type Referral = z.infer<typeof PersonReferral> & {
  work?: WorkPart | undefined;
  of?: string | undefined;
};

/** What a referral carries beside answers: what the form's page knows by itself. */
type Carried = 'v' | 'kind' | 'thread' | 'id' | 'at' | 'mailbox' | 'formLanguage' | 'of';

/** The name of each answer in a referral, those of how the centre may answer among them. */
export type ReferralField = Exclude<keyof Referral, Carried | 'answer' | 'work'> | keyof SafeAnswer;
