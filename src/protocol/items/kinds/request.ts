import * as z from 'zod/mini';
import { base64urlBytes, FormLanguage, someText, typedText } from '../../wire/fields.ts';
import { itemOf, WriterTime } from '../fields.ts';

/** What a request asks for: printed copies of our material, or a training. */
export const ABOUT = ['copies', 'training'] as const;

/** The materials of which copies can be asked for, in the order of the downloads page (src/print/catalogue/shelf.ts). */
export const COPIES = [
  ...(['poster', 'strips', 'card', 'protection', 'conversation', 'refer', 'prompt'] as const),
  ...(['checklist-police', 'checklist-hospital', 'checklist-social', 'checklist-asylum'] as const),
  ...(['checklist-schools', 'donor'] as const),
] as const;
export type Copy = (typeof COPIES)[number];

/** How many copies of one material may be asked for at once. */
export const MOST_COPIES = 500;

const count = z.optional(z.int().check(z.gte(1), z.lte(MOST_COPIES)));

/** A number for each material. */
const counts = Object.fromEntries(COPIES.map((each) => [each, count])) as Record<Copy, typeof count>;

/** Longest texts of a request, in UTF-16 code units. */
export const REQUEST_LIMITS = {
  street: 120,
  postcode: 20,
  town: 80,
  organisation: 120,
  name: 80,
  reply: 120,
  text: 2000,
} as const;

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
  /** How many copies of which material. */
  copies: z.optional(
    z.object(counts).check(z.refine((copies) => Object.values(copies).some((one) => one !== undefined))),
  ),
  /** Where they go: street and number, postcode, town. */
  street: z.optional(typedText(REQUEST_LIMITS.street)),
  postcode: z.optional(typedText(REQUEST_LIMITS.postcode)),
  town: z.optional(typedText(REQUEST_LIMITS.town)),
  organisation: someText(REQUEST_LIMITS.organisation),
  name: someText(REQUEST_LIMITS.name),
  /** A work e-mail address, to which the answer goes; without it the answer waits in the mailbox alone. */
  reply: z.optional(typedText(REQUEST_LIMITS.reply)),
  /** In which languages; or for how many people, in which language, where and when. */
  text: someText(REQUEST_LIMITS.text),
});
export type Request = z.infer<typeof Request>;

/** The name of each answer in a request. What it carries beside them, the form's page knows by itself. */
export type RequestField = Exclude<
  keyof Request,
  'v' | 'kind' | 'thread' | 'id' | 'at' | 'mailbox' | 'formLanguage'
>;
