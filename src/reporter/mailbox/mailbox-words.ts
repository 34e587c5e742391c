import type mailbox from '../../../content/nl/ui/mailbox.json';

/** What the mailbox's script says: `script` in content/<language>/ui/mailbox.json. `{{when}}` stands for a day and time. */
export type MailboxWords = (typeof mailbox)['script'];
