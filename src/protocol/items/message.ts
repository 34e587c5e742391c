import * as z from 'zod/mini';
import { base64urlBytes, Id, typedText } from '../wire/fields.ts';

/** Longest text of a message, in UTF-16 code units. */
export const MESSAGE_LIMIT = 4000;

const fields = {
  v: z.literal(1),
  kind: z.literal('message'),
  thread: Id,
  id: Id,
  text: typedText(MESSAGE_LIMIT),
};

/** What the reporter writes after the referral, sealed to the centre. */
export const ReporterMessage = z.object({
  ...fields,
  author: z.literal('reporter'),
  /** The mailbox public key of the referral, which only its reporter and the centre know. */
  mailbox: base64urlBytes(32),
});
export type ReporterMessage = z.infer<typeof ReporterMessage>;

/** What the desk answers, in an authenticated box to the mailbox. */
export const DeskMessage = z.object({ ...fields, author: z.literal('desk') });
export type DeskMessage = z.infer<typeof DeskMessage>;

/** A message in the thread of a referral, from either side. */
export const Message = z.discriminatedUnion('author', [ReporterMessage, DeskMessage]);
export type Message = z.infer<typeof Message>;
