import * as z from 'zod/mini';
import type { RequiredOf } from '../../questions/question.ts';
import type { REQUEST_QUESTIONS } from '../../questions/request.ts';
import { sealedFormWords } from '../sealed-form/sealed-form-words.ts';

/** A sentence for every question without an answer to which nothing is sent. */
type Missing = Record<RequiredOf<typeof REQUEST_QUESTIONS>, z.ZodMiniString>;

/** What the script of the request form says. */
export const RequestWords = z.object({
  ...sealedFormWords,
  missing: z.object({
    about: z.string(),
    text: z.string(),
    organisation: z.string(),
    name: z.string(),
  } satisfies Missing),
});
export type RequestWords = z.infer<typeof RequestWords>;
