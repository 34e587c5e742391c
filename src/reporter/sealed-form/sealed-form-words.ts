import * as z from 'zod/mini';
import { Counted } from '../shell/words.ts';

/** What the script of any sealed form says. The page carries it in its language (`data-words`). */
export const sealedFormWords = {
  /** Goes before the page's title while something is missing. */
  error: z.string(),
  /** A text is too long: `@` stands for the label of its field, `#` for the characters that are too many. */
  long: Counted,
  /** What a counter says: `#` stands for the characters that a field still takes, or that are too many. */
  left: Counted,
  over: Counted,
  stages: z.object({
    sealing: z.string(),
    /** Instead of `sealing`, once that has taken some seconds. */
    sealingLong: z.string(),
    trying: z.string(),
    waiting: z.string(),
    offline: z.string(),
  }),
};

const Shared = z.object(sealedFormWords);

/** The words of a form, and what it says where an answer is missing, by the name of the question. */
export type SealedFormWords = z.infer<typeof Shared> & { missing: Readonly<Record<string, string>> };
