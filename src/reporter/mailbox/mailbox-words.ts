import type mailbox from '../../../content/nl/ui/mailbox.json';

/**
 * What the mailbox's script says: `script` in content/<language>/ui/mailbox.json. `#` stands for a number, or for a day
 * and time.
 */
export type MailboxWords = (typeof mailbox)['script'];
