import * as z from 'zod/mini';
import { base64urlBytes, Digest, typedText } from '../../wire/fields.ts';
import { chained } from '../chained.ts';
import { itemOf } from '../fields.ts';

/** Longest text of a message, in UTF-16 code units. */
export const MESSAGE_LIMIT = 4000;

const fields = { ...itemOf('message'), ...chained, text: typedText(MESSAGE_LIMIT) };

/** What the reporter writes after the referral, sealed to the centre. */
export const ReporterMessage = z.object({
  ...fields,
  author: z.literal('reporter'),
  /** There is always one before: the first item. */
  prev: Digest,
  /** The mailbox public key of the referral, which only its reporter and the centre know. */
  mailbox: base64urlBytes(32),
});
export type ReporterMessage = z.infer<typeof ReporterMessage>;

/** What the desk answers, in an authenticated box to the mailbox. */
export const DeskMessage = z.object({ ...fields, author: z.literal('desk') });
export type DeskMessage = z.infer<typeof DeskMessage>;
