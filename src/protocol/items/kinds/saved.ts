import * as z from 'zod/mini';
import { someText } from '../../wire/fields.ts';
import { By } from '../by.ts';
import { itemOf, WriterTime } from '../fields.ts';

/** The languages in which the team saves answers: those of the desk. */
export const SAVED_LANGUAGES = ['nl', 'fr', 'en'] as const;
export type SavedLanguage = (typeof SAVED_LANGUAGES)[number];

/** Longest name of a saved answer, and longest text of it in one language, in UTF-16 code units. */
export const SAVED_LIMITS = { name: 60, text: 1500 } as const;

const Text = z.optional(someText(SAVED_LIMITS.text));

/** An answer that the whole team uses: what members call it, and what it says in each language that it has. */
export const Saved = z.object({
  ...itemOf('saved'),
  at: WriterTime,
  /** Who wrote it so. */
  by: By,
  name: someText(SAVED_LIMITS.name),
  says: z
    .object({ nl: Text, fr: Text, en: Text })
    .check(z.refine((says) => SAVED_LANGUAGES.some((language) => says[language] !== undefined))),
});
export type Saved = z.infer<typeof Saved>;
