import * as z from 'zod/mini';
import { Id, MailboxSalt } from '../fields.ts';
import { EnvelopeText, PostMessage, State, StoredBody, Time } from './fields.ts';
import type { Routes } from './route.ts';

/**
 * What a mailbox holds: the reporter gets the desk's envelopes, and of their own messages only when they came. It comes
 * in pages of at most `PAGE_BYTES`: where there are more messages `next` is there, and they go on at `?after=<next>`.
 */
export const MailboxBody = z.object({
  thread: Id,
  /** The salt of the mailbox's keys, as it came with what began the thread. */
  salt: MailboxSalt,
  state: State,
  receivedAt: Time,
  messages: z.array(
    z.discriminatedUnion('author', [
      z.object({ author: z.literal('desk'), id: Id, at: Time, envelope: EnvelopeText }),
      z.object({ author: z.literal('reporter'), id: Id, at: Time }),
    ]),
  ),
  next: z.optional(z.int()),
});
export type MailboxBody = z.infer<typeof MailboxBody>;

/** The thread that is deleted, with all its messages. */
export const DeletedBody = z.object({ deleted: Id });
export type DeletedBody = z.infer<typeof DeletedBody>;

/** The answer that says that just this thread is deleted. */
export const deletedThread = (thread: string) => z.object({ deleted: z.literal(thread) });

/** What a receipt lets somebody do. */
export const mailboxRoutes = {
  read: {
    method: 'GET',
    path: '/api/mailbox',
    who: 'receipt',
    counts: 'mailbox',
    body: null,
    query: 'after',
    answer: MailboxBody,
    again: true,
  },
  /** Stores a message in the thread under an id of its own. */
  write: {
    method: 'POST',
    path: '/api/mailbox',
    who: 'receipt',
    counts: 'mailbox',
    body: PostMessage,
    sealedBy: 'anyone',
    rests: 'messages',
    answer: StoredBody,
    again: true,
  },
  /** Deletes the thread, with everything in it. */
  erase: {
    method: 'DELETE',
    path: '/api/mailbox',
    otherwise: { method: 'POST', path: '/api/mailbox/delete' },
    who: 'receipt',
    counts: 'mailbox',
    body: null,
    answer: DeletedBody,
    again: true,
  },
} as const satisfies Routes;
