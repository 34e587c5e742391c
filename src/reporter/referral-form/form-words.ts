import * as z from 'zod/mini';
import { sealedFormWords } from '../sealed-form/sealed-form-words.ts';

/** What the referral form's script says. */
export const FormWords = z.object({
  ...sealedFormWords,
  missing: z.object({ who: z.string(), danger: z.string(), number: z.string() }),
});
export type FormWords = z.infer<typeof FormWords>;
