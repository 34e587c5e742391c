import * as z from 'zod/mini';
import { Counted } from '../shell/words.ts';

/** What the mailbox's script says. The page carries it in its language (`data-words`). */
export const MailboxWords = z.object({
  /** Goes before the page's title while something is wrong. */
  error: z.string(),
  /** What is wrong with a code: not 16 digits (`#` stands for how many), a slip of the pen, or nothing found. */
  wrong: z.object({ receipt_length: z.string(), receipt_check: z.string(), unknown: z.string() }),
  opening: z.string(),
  looking: z.string(),
  nothingNew: z.string(),
  /** Where the thread stands, as a heading. `#` stands for when the reporter wrote last. */
  status: z.object({
    received: z.string(),
    read: z.string(),
    answered: z.string(),
    closed: z.string(),
  }),
  /** `#` stands for a day and time. */
  youWrote: z.string(),
  weWrote: z.string(),
  unreadable: z.string(),
  stages: z.object({
    sealing: z.string(),
    trying: z.string(),
    waiting: z.string(),
    offline: z.string(),
  }),
  empty: z.string(),
  sent: z.string(),
  /** `#` stands for the characters that are left, or too many. */
  left: Counted,
  over: Counted,
  deleting: z.string(),
  /**
   * Why the mailbox is shut. `idle`: nobody was there; what was typed is then gone (`idleLost`) or still on its way
   * (`idleSending`), until it has arrived (`sentLater`) or was refused (`notSent`).
   */
  shut: z.object({
    closed: z.string(),
    idle: z.string(),
    idleLost: z.string(),
    idleSending: z.string(),
    sentLater: z.string(),
    notSent: z.string(),
    deleted: z.string(),
    gone: z.string(),
  }),
  /** Before it shuts by itself. */
  soon: z.string(),
});
export type MailboxWords = z.infer<typeof MailboxWords>;
