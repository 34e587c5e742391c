import * as z from 'zod/mini';
import { Id, typedText } from '../../wire/fields.ts';
import { itemOf } from '../fields.ts';
import { MESSAGE_LIMIT } from './message.ts';

/** Longest text of a draft, in UTF-16 code units: more than an answer may have, since who writes cuts at the end. */
export const DRAFT_LIMIT = 20_000;

/**
 * An answer that a member has begun, in an authenticated box from the centre to the centre: it rests while the desk is
 * locked, and any member can open it. Empty where a case was open and nothing written.
 */
export const Draft = z.object({
  ...itemOf('draft'),
  text: typedText(DRAFT_LIMIT),
  /** When it was last written on, Unix seconds by the device's clock. */
  at: z.int().check(z.nonnegative()),
  /** The last try of sending it of which nobody knows whether it arrived: the id that the message has if it did. */
  tried: z.optional(z.object({ id: Id, text: typedText(MESSAGE_LIMIT) })),
});
export type Draft = z.infer<typeof Draft>;
