import * as z from 'zod/mini';

/** What the form's script says. The page carries it in its language (`data-words`). */
export const FormWords = z.object({
  /** Goes before the page's title while something is missing. */
  error: z.string(),
  missing: z.object({ who: z.string(), danger: z.string(), number: z.string() }),
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
});
export type FormWords = z.infer<typeof FormWords>;
