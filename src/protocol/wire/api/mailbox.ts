import * as z from 'zod/mini';
import { base64urlBytes, Digest, Id, MailboxSalt, Seq } from '../fields.ts';
import { EnvelopeText, State, StoredBody, Time } from './fields.ts';
import type { Routes } from './route.ts';

/** Where a message of the reporter stands in its thread, in the plain: src/protocol/seal/chain-mac.ts. */
const ownPlace = {
  seq: Seq,
  /** The digest of the reporter's envelope before. */
  prev: Digest,
  /** By which the reporter knows that it is theirs. */
  mac: base64urlBytes(32),
};

/** A message of the reporter under an id of their choice. */
export const PostMessage = z.object({ id: Id, envelope: EnvelopeText, ...ownPlace });
export type PostMessage = z.infer<typeof PostMessage>;

/**
 * What a mailbox holds: the reporter gets the desk's envelopes, and of their own messages only when they came and where
 * they stand. It comes in pages of at most `PAGE_BYTES`: where there are more messages `next` is there, and they go on at
 * `?after=<next>`.
 */
export const MailboxBody = z.object({
  thread: Id,
  /** The salt of the mailbox's keys, as it came with what began the thread. */
  salt: MailboxSalt,
  state: State,
  receivedAt: Time,
  /** Of a closed thread, the day on which it is deleted: days since 1970. */
  purgeDay: z.optional(z.int()),
  /** The digest of the envelope that began the thread. */
  first: Digest,
  messages: z.array(
    // No discriminated one: every form would carry what that takes.
    z.union([
      z.object({ author: z.literal('desk'), id: Id, at: Time, envelope: EnvelopeText }),
      z.object({ author: z.literal('reporter'), id: Id, at: Time, digest: Digest, ...ownPlace }),
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
  /** Stores a message in the thread under an id of its own; 409 `changed` where another stands in its place. */
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
