import * as z from 'zod/mini';
import { fromBase64url } from './bytes.ts';

/** A zod field: base64url text (RFC 4648, section 5, unpadded) of exactly so many bytes. */
export function base64urlBytes(size: number) {
  return z.string().check(
    z.maxLength(Math.ceil((size * 4) / 3)),
    z.refine((text) => fromBase64url(text)?.length === size, { error: `base64url of ${size} bytes` }),
  );
}

/** A zod field: an id of 128 random bits, base64url, drawn by the browser that makes the item. */
export const Id = base64urlBytes(16);

/** A zod field: the digest of an envelope, BLAKE2b-256 of its bytes, base64url. */
export const Digest = /* @__PURE__ */ base64urlBytes(32);

/** A zod field: the number of something among those of its side of a thread. */
export const Seq = /* @__PURE__ */ z
  .int()
  .check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(0xffff_ffff));

/** Bytes of the salt of a mailbox's keys. */
export const MAILBOX_SALT_BYTES = 16;

/** A zod field: the salt of a mailbox's keys, drawn with its receipt code. */
export const MailboxSalt = base64urlBytes(MAILBOX_SALT_BYTES);

/** A zod field: a month as it stands in a calendar, `2027-03`. */
export const Month = /* @__PURE__ */ z
  .string()
  .check(/* @__PURE__ */ z.regex(/^[2-9]\d{3}-(0[1-9]|1[0-2])$/));

/** A zod field: what a person typed, at most so many UTF-16 code units (what `maxlength` in HTML counts). */
export function typedText(maximum: number) {
  return z.string().check(z.maxLength(maximum));
}

/** A zod field: what a person typed and may not leave out. */
export function someText(maximum: number) {
  return z.string().check(z.minLength(1), z.maxLength(maximum));
}

/**
 * A zod field: the language of the form in which something was written, as a BCP 47 tag of a language, with its script or
 * region where it has one: `nl`, `pt-BR`, `zh-Hant`. Which languages have a form is no matter of the wire: a desk that was
 * opened before a language came reads what was written in it.
 */
export const FormLanguage = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/));
export type FormLanguage = z.infer<typeof FormLanguage>;

/** The most keys that a centre has at once: with one a year, more than anybody keeps. */
export const MOST_KEYS = 32;
