import * as z from 'zod/mini';
import { someText, typedText } from '../../wire/fields.ts';
import { By } from '../by.ts';
import { itemOf, WriterTime } from '../fields.ts';
import { PARTNERS } from '../register.ts';
import { PersonReferral } from './referral.ts';
import { SomeWork } from './work-part.ts';

/** Longest text that a member adds, in UTF-16 code units. */
export const HANDOFF_LIMIT = 1000;

/** Longest name of another centre, in UTF-16 code units. */
export const HANDOFF_NAME_LIMIT = 60;

const asked = PersonReferral.shape;

/** The answers of a referral, each of which may be kept back. Field by field: leaving out and optional all at once costs each page that has a schema. */
const Answers = z.object({
  formLanguage: z.optional(asked.formLanguage),
  who: z.optional(asked.who),
  danger: z.optional(asked.danger),
  when: asked.when,
  reach: asked.reach,
  age: asked.age,
  speaks: asked.speaks,
  speaksOther: asked.speaksOther,
  answer: z.optional(asked.answer),
  happening: z.optional(asked.happening),
  place: asked.place,
  story: asked.story,
  callName: asked.callName,
  /** What only a professional said, with whether the person agreed. */
  work: z.optional(SomeWork),
});

/** What another centre is given of a referral: what a member chose of it, and whether the person agrees. */
export const Handoff = z.object({
  ...itemOf('handoff'),
  at: WriterTime,
  by: By,
  to: z.enum(PARTNERS),
  /** Who that is, where no name stands in the list: the police, another. */
  toName: z.optional(typedText(HANDOFF_NAME_LIMIT)),
  consent: z.object({
    given: z.boolean(),
    /** How the person said so, or which danger or law stands in its place. */
    how: someText(HANDOFF_LIMIT),
  }),
  /** The answers that go along, under their names in a referral. */
  answers: Answers,
  text: z.optional(typedText(HANDOFF_LIMIT)),
});
export type Handoff = z.infer<typeof Handoff>;
