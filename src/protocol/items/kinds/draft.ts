import * as z from 'zod/mini';
import { Id, typedText } from '../../wire/fields.ts';
import { itemOf } from '../fields.ts';
import { Call, REASON_LIMIT } from './call.ts';
import { MESSAGE_LIMIT } from './message.ts';
import { NOTE_LIMIT } from './note.ts';

/** Longest text of a draft, in UTF-16 code units: more than an answer may have, since who writes cuts at the end. */
export const DRAFT_LIMIT = 20_000;

/** Longest note that is being written. */
export const NOTE_DRAFT_LIMIT = 5_000;

/** Longest text of what is being filled in to pass a case on. */
const PASSING_LIMIT = 8_000;

/** Longest text of what is being filled in of what comes next with a case. */
const STEP_LIMIT = 4_000;

/** The most calls of one thread of which nobody has said yet what came of them. */
export const MOST_CALLS = 20;

/**
 * What a member has begun in a thread, in an authenticated box from the centre to the centre: it rests while the desk is
 * locked, and any member can open it. Empty where a case was open and nothing written.
 */
export const Draft = z.object({
  ...itemOf('draft'),
  text: typedText(DRAFT_LIMIT),
  /** When it was last written on, Unix seconds by the device's clock. */
  at: z.int().check(z.nonnegative()),
  /** The last try of sending it of which nobody knows whether it arrived: the id that the message has if it did. */
  tried: z.optional(z.object({ id: Id, text: typedText(MESSAGE_LIMIT) })),
  /** A note that a member has begun, and its id where it was tried. */
  note: z.optional(z.object({ text: typedText(NOTE_DRAFT_LIMIT), tried: z.optional(Id) })),
  /** What is being filled in to pass the case on. */
  passing: z.optional(typedText(PASSING_LIMIT)),
  /** What is being filled in of what comes next with it: how it ends, how urgent it is, with which it belongs. */
  step: z.optional(typedText(STEP_LIMIT)),
  /** What a member did with a number and no entry says yet, oldest first. */
  calls: z.optional(
    z
      .array(
        z.object({
          to: Call.shape.to,
          /** Since when they call, by the device's clock, Unix seconds; left out where they only opened the number. */
          since: z.optional(z.int().check(z.nonnegative())),
          /** Why they opened it. */
          reason: z.optional(typedText(REASON_LIMIT)),
          /** What else is to be known of it, as far as it is written. */
          line: z.optional(typedText(NOTE_LIMIT)),
          /** What was tried to keep of it, of which nobody knows whether it arrived, and the id that it has if it did. */
          tried: z.optional(z.object({ id: Id, outcome: Call.shape.outcome, text: Call.shape.text })),
        }),
      )
      .check(z.maxLength(MOST_CALLS)),
  ),
});
export type Draft = z.infer<typeof Draft>;
