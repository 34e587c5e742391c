import * as z from 'zod';
import { isBelgianIban, isStructuredCommunication } from './check-digits.ts';

/** How a fact is written, where it is more than its text: what it must look like, and whether it becomes a link. */
export const kinds = {
  /** Digits in groups, as they are shown; becomes a link that dials. */
  telephone: z.string().regex(/^\d{2,3}( \d{2,3})*$/, 'digits in groups of two or three'),
  email: z.email(),
  iban: z.string().refine(isBelgianIban, 'an IBAN whose check digits fit'),
  /** The structured message of a transfer. */
  communication: z
    .string()
    .refine(isStructuredCommunication, '+++DDD/DDDD/DDDDD+++ with fitting check digits'),
};

/** A text in each language, where the fact itself differs: the Dutch and the French name of a street. */
export const InEachLanguage = z.strictObject({
  nl: z.string().min(1),
  fr: z.string().min(1),
  en: z.string().min(1),
});
export type InEachLanguage = z.infer<typeof InEachLanguage>;

/** A fact: what the site says, once, with where it comes from. */
export const Fact = z
  .strictObject({
    /** A claim (true), a number, a text, a text in each language; null while nobody knows it. */
    value: z.union([z.literal(true), z.number(), z.string().min(1), InEachLanguage, z.null()]),
    as: z.enum(['telephone', 'email', 'iban', 'communication']).optional(),
    source: z.string().min(1),
    /** The year or period that a figure is about. */
    period: z.coerce.string().optional(),
    /**
     * True once PAG-ASA itself has said so, or the fact stands in PAG-ASA's own publication or on a page of the
     * government. What is not confirmed never reaches a production build.
     */
    confirmed: z.boolean(),
    /** Why the fact stands here though nothing says it. Without a reason, such a fact fails the build. */
    kept: z.string().min(1).optional(),
  })
  .superRefine((fact, context) => {
    if (fact.value === null && fact.confirmed)
      context.addIssue({ code: 'custom', message: 'nothing is confirmed' });
    const fits = fact.as === undefined || kinds[fact.as].safeParse(fact.value).success;
    if (!fits) context.addIssue({ code: 'custom', path: ['value'], message: `not a valid ${fact.as}` });
  });
export type Fact = z.infer<typeof Fact>;

/** One file of facts: the key is the name within the file. */
export const Facts = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), Fact);
