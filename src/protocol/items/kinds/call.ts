import * as z from 'zod/mini';
import { typedText } from '../../wire/fields.ts';
import { itemOf, WriterTime } from '../fields.ts';
import { NOTE_LIMIT } from './note.ts';

/** Longest reason for opening a number behind the contact guard, in UTF-16 code units. */
export const REASON_LIMIT = 400;

/** What came of a call; `shown`: the number was opened behind the contact guard, and nothing is known of a call yet. */
export const CALL_OUTCOMES = [
  'reached',
  'no-answer',
  'other-voice',
  'wrong-number',
  'voicemail',
  'not-called',
  'shown',
] as const;

export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** A call of a member to the person, or to somebody whom they trust. */
export const Call = z.object({
  ...itemOf('call'),
  at: WriterTime,
  to: z.enum(['person', 'trusted']),
  outcome: z.enum(CALL_OUTCOMES),
  /** Why it was made at an hour that the person had not named. It is sealed, since it tells which hours are unsafe. */
  reason: z.optional(typedText(REASON_LIMIT)),
  /** What else is to be known of it. */
  text: z.optional(typedText(NOTE_LIMIT)),
});
export type Call = z.infer<typeof Call>;
