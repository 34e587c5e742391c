import * as z from 'zod/mini';

/** What the script of any sealed form says. The page carries it in its language (`data-words`). */
export const sealedFormWords = {
  /** Goes before the page's title while something is missing. */
  error: z.string(),
  /** `#` stands for the most characters. */
  long: z.string(),
  /** `#` stands for the characters that are left. */
  left: z.string(),
  stages: z.object({
    sealing: z.string(),
    trying: z.string(),
    waiting: z.string(),
    offline: z.string(),
  }),
};

const Shared = z.object(sealedFormWords);

/** The words of a form with these required fields, and what it says where one of them is missing. */
export type SealedFormWords<Required extends string> = z.infer<typeof Shared> & {
  missing: Record<Required, string>;
};
