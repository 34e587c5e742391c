import * as z from 'zod/mini';
import { typedText } from '../../wire/fields.ts';
import { itemOf, WriterTime } from '../fields.ts';

/** Longest text of a note, in UTF-16 code units. */
export const NOTE_LIMIT = 4000;

/** What the team writes for itself about a referral. */
export const Note = z.object({ ...itemOf('note'), at: WriterTime, text: typedText(NOTE_LIMIT) });
export type Note = z.infer<typeof Note>;
