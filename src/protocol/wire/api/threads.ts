import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { EnvelopeText, State, StoredBody, Time } from './fields.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';
import { Thrown } from './thrown.ts';

/** A thread as the desk sees its row, with the envelope. */
export const ThreadRow = z.object({
  id: Id,
  state: State,
  receivedAt: Time,
  /** Who took it, and when. */
  takenBy: z.nullable(Member),
  takenAt: z.nullable(Time),
  /** Counts every change of the row; a change names the one that it saw. */
  rev: z.int(),
  envelope: EnvelopeText,
  /** When the reporter and the desk last wrote a message. */
  lastFromReporterAt: z.nullable(Time),
  lastFromDeskAt: z.nullable(Time),
});
export type ThreadRow = z.infer<typeof ThreadRow>;

/**
 * Every thread that is not closed or thrown away, oldest first. When they are more than fits one answer (some
 * thousands, or a flood of large ones), `next` is there: the list goes on at `?after=<next>`, until it is not.
 */
export const ThreadListBody = z.object({
  now: Time,
  threads: z.array(ThreadRow),
  next: z.optional(z.string().check(z.maxLength(64))),
  /** On the first page: what was thrown away and can still be brought back, newest first. */
  thrown: z.optional(z.array(Thrown)),
});
export type ThreadListBody = z.infer<typeof ThreadListBody>;

/** A message of either side as the desk sees its row. */
export const MessageRow = z.object({
  id: Id,
  author: z.enum(['desk', 'reporter']),
  at: Time,
  /** The member who answered; null for the reporter's messages. */
  member: z.nullable(Member),
  envelope: EnvelopeText,
});
export type MessageRow = z.infer<typeof MessageRow>;

/** One thread and its messages, oldest first. */
export const ThreadBody = z.object({ now: Time, thread: ThreadRow, messages: z.array(MessageRow) });
export type ThreadBody = z.infer<typeof ThreadBody>;

/** Seconds in which who took a thread may give it back as if nothing had been. */
export const RELEASE_TIME = 30;

/** The revision that the member saw. */
export const Seen = z.object({ rev: z.int() });

/** An answer to the mailbox under an id of the desk's choice, with the revision that the member saw. */
export const PostAnswer = z.object({ id: Id, envelope: EnvelopeText, rev: z.int() });
export type PostAnswer = z.infer<typeof PostAnswer>;

/** What a member does with threads. */
export const threadRoutes = {
  /** A page of the list: the first, or the one that `next` of the page before names. */
  threads: {
    method: 'GET',
    path: '/api/desk/threads',
    who: 'member',
    counts: null,
    body: null,
    query: 'after',
    answer: ThreadListBody,
    again: true,
  },
  thread: {
    method: 'GET',
    path: '/api/desk/threads/:id',
    who: 'member',
    counts: null,
    body: null,
    answer: ThreadBody,
    again: true,
  },
  /** Takes a thread; answers the row as it now is, 409 `changed` when `rev` is not current. */
  take: {
    method: 'POST',
    path: '/api/desk/threads/:id/take',
    who: 'member',
    counts: null,
    body: Seen,
    answer: ThreadRow,
    again: true,
  },
  /**
   * Gives back what the same member took less than `RELEASE_TIME` ago; answers the row as it now is, 409 `changed` when
   * it is too late or anything happened since.
   */
  release: {
    method: 'POST',
    path: '/api/desk/threads/:id/release',
    who: 'member',
    counts: null,
    body: Seen,
    answer: ThreadRow,
    again: true,
  },
  /** Stores an answer once and gives the thread the next revision; 409 `changed` when `rev` is not current. */
  answer: {
    method: 'POST',
    path: '/api/desk/threads/:id/messages',
    who: 'member',
    counts: null,
    body: PostAnswer,
    sealedBy: 'centre',
    rests: 'messages',
    answer: StoredBody,
    again: true,
  },
} as const satisfies Routes;
