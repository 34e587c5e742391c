import * as z from 'zod/mini';
import { Id, typedText } from '../wire/fields.ts';

/** Longest text of a note, in UTF-16 code units. */
export const NOTE_LIMIT = 4000;

/** What the team writes for itself about a referral, in an authenticated box from the centre to the centre. */
export const Note = z.object({
  v: z.literal(1),
  kind: z.literal('note'),
  thread: Id,
  id: Id,
  text: typedText(NOTE_LIMIT),
});
export type Note = z.infer<typeof Note>;
