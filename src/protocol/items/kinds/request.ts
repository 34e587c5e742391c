import * as z from 'zod/mini';
import { base64urlBytes, FormLanguage, someText, typedText } from '../../wire/fields.ts';
import { itemOf, WriterTime } from '../fields.ts';

/** What a request asks for: printed copies of our material, or a training. */
export const ABOUT = ['copies', 'training'] as const;

/** Longest texts of a request, in UTF-16 code units. */
export const REQUEST_LIMITS = { organisation: 120, name: 80, reply: 120, text: 2000 } as const;

/**
 * A request for printed copies or a training, sealed to the centre. It travels and rests exactly as a referral does,
 * so that the server can't tell one from the other. (In a file that imports it, it hides the browser's own `Request`.)
 */
export const Request = z.object({
  /** The id of the thread is that of the request. */
  ...itemOf('request'),
  at: WriterTime,
  /** X25519 public key of the reporter's mailbox, as in a referral. */
  mailbox: base64urlBytes(32),
  formLanguage: FormLanguage,
  about: z.array(z.enum(ABOUT)).check(z.minLength(1), z.maxLength(ABOUT.length)),
  organisation: someText(REQUEST_LIMITS.organisation),
  name: someText(REQUEST_LIMITS.name),
  /** A work e-mail address or telephone number; without it the answer waits in the mailbox alone. */
  reply: z.optional(typedText(REQUEST_LIMITS.reply)),
  /** Which materials, how many and to which address; or how many people, in which language, where and when. */
  text: someText(REQUEST_LIMITS.text),
});
export type Request = z.infer<typeof Request>;

/** The name of each answer in a request. What it carries beside them, the form's page knows by itself. */
export type RequestField = Exclude<
  keyof Request,
  'v' | 'kind' | 'thread' | 'id' | 'at' | 'mailbox' | 'formLanguage'
>;
