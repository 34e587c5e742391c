import type { Bindings } from '../env.ts';
import { readTwoSecrets, type TwoSecrets } from './two-secrets.ts';

/** The secrets behind mailboxes. */
export type MailboxSecrets = TwoSecrets;

/** Reads `MAILBOX_SECRET`. Null when it is none: then no mailbox is taken or found. */
export function readMailboxSecrets({
  MAILBOX_SECRET,
}: Pick<Bindings, 'MAILBOX_SECRET'>): MailboxSecrets | null {
  return readTwoSecrets(MAILBOX_SECRET);
}
