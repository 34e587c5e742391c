import * as z from 'zod/mini';
import { someText, typedText } from '../../wire/fields.ts';
import { By } from '../by.ts';
import { itemOf, WriterTime } from '../fields.ts';
import { PARTNERS } from '../register.ts';
import { Referral } from './referral.ts';

/** Longest text that a member adds, in UTF-16 code units. */
export const HANDOFF_LIMIT = 1000;

/** Longest name of another centre, in UTF-16 code units. */
export const HANDOFF_NAME_LIMIT = 60;

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
  answers: z.partial(
    z.omit(Referral, { v: true, kind: true, thread: true, id: true, mailbox: true, at: true }),
  ),
  text: z.optional(typedText(HANDOFF_LIMIT)),
});
export type Handoff = z.infer<typeof Handoff>;
