import * as z from 'zod/mini';
import { sealedFormWords } from '../sealed-form/sealed-form-words.ts';

/** What the script of the request form says. */
export const RequestWords = z.object({
  ...sealedFormWords,
  missing: z.object({ about: z.string(), text: z.string(), organisation: z.string(), name: z.string() }),
});
export type RequestWords = z.infer<typeof RequestWords>;
