import * as z from 'zod/mini';

/** What the mailbox's script says. The page carries it in its language (`data-words`). */
export const MailboxWords = z.object({
  /** Goes before the page's title while something is wrong. */
  error: z.string(),
  /** What is wrong with a number: not 16 digits, a slip of the pen, or nothing found. */
  wrong: z.object({ receipt_length: z.string(), receipt_check: z.string(), unknown: z.string() }),
  opening: z.string(),
  looking: z.string(),
  /** The state of the referral, as a heading. */
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
  /** `#` stands for the most characters. */
  long: z.string(),
  deleting: z.string(),
  /** Why the mailbox is shut. */
  shut: z.object({ closed: z.string(), idle: z.string(), deleted: z.string(), gone: z.string() }),
  /** Before it shuts by itself. */
  soon: z.string(),
});
export type MailboxWords = z.infer<typeof MailboxWords>;
