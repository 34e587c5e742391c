import * as z from 'zod/mini';
import type { RequiredOf } from '../../questions/question.ts';
import type { REFERRAL_QUESTIONS } from '../../questions/referral.ts';
import { sealedFormWords } from '../sealed-form/sealed-form-words.ts';

/** A sentence for every question without an answer to which nothing is sent. */
type Missing = Record<RequiredOf<typeof REFERRAL_QUESTIONS>, z.ZodMiniString>;

/** What the referral form's script says. */
export const FormWords = z.object({
  ...sealedFormWords,
  missing: z.object({ who: z.string(), danger: z.string(), number: z.string() } satisfies Missing),
});
export type FormWords = z.infer<typeof FormWords>;
