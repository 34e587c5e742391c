import * as z from 'zod/mini';
import { Digest, Id, Seq } from '../fields.ts';
import { audited } from './audit.ts';
import { EntryRow, SentEntry } from './entries.ts';
import { EnvelopeText, LARGEST_BODY, State, StoredBody, Time } from './fields.ts';
import { handoffTimes } from './handoffs.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';
import { Thrown } from './thrown.ts';

/** A thread as the desk sees its row, without any envelope. What a row has not is left out. */
export const ThreadRow = z.object({
  id: Id,
  /** The number of its last change: of two forms of a row, the one with the larger number is the newer. */
  changed: z.int(),
  state: State,
  receivedAt: Time,
  /** Counts the changes that a member must have seen; a change names the one that it saw. */
  rev: z.int(),
  /** The length in bytes of the envelope that began it, and its BLAKE2b-256. */
  bytes: z.int(),
  digest: Digest,
  /** Who has it, and since when. */
  takenBy: z.optional(Member),
  takenAt: z.optional(Time),
  /** The entry with the newest state, and when it came. */
  entry: z.optional(Id),
  saidAt: z.optional(Time),
  /** How many entries it has, where it has any. */
  entries: z.optional(z.int()),
  /** The day on which it was closed, in days since 1970; there while it is closed. */
  closedDay: z.optional(z.int()),
  /** The day on which what is closed is deleted, counted likewise. */
  purgeDay: z.optional(z.int()),
  /** When a member first had it open before them. */
  readAt: z.optional(Time),
  /** When the reporter and the desk last wrote a message. */
  lastFromReporterAt: z.optional(Time),
  lastFromDeskAt: z.optional(Time),
  /** The revisions that those messages brought: which came first, by whatever clock. */
  lastFromReporterRev: z.optional(z.int()),
  lastFromDeskRev: z.optional(z.int()),
  /** How far the newest handoff of it has come that was not revoked. */
  handed: z.optional(z.object(handoffTimes)),
  /** Whether it lies thrown away. */
  thrown: z.optional(z.literal(true)),
});
export type ThreadRow = z.infer<typeof ThreadRow>;

/** A thread that the person has deleted. */
export const Gone = z.object({
  id: Id,
  receivedAt: Time,
  /** When a member first had it open; left out where nobody had. */
  readAt: z.optional(Time),
  deletedAt: Time,
  /** When another centre accepted what was passed on of it; left out where none did. */
  handedAt: z.optional(Time),
});
export type Gone = z.infer<typeof Gone>;

/** The most rows in one page of the list, and the most that are `gone`: with names of any length it stays a page. */
export const LIST_ROWS = 400;

/**
 * What has changed beyond a number: rows in the order of their changes, and what the person deleted. From 0 it is every
 * thread that is not closed or thrown away; later also those that became so, or were deleted then, for the desk to drop. `cursor` is the
 * number from which to ask the next time; where there is `more`, at once.
 */
export const ThreadListBody = z.object({
  now: Time,
  threads: z.array(ThreadRow),
  gone: z.array(Gone),
  /** Where there are any: the ids of what a member deleted for good within two days. */
  purged: z.optional(z.array(Id)),
  /** Where anything changed, on the last page: what was thrown away and can still be brought back, newest first. */
  thrown: z.optional(z.array(Thrown)),
  cursor: z.int(),
  more: z.boolean(),
});
export type ThreadListBody = z.infer<typeof ThreadListBody>;

/** The most ids in one request. */
export const MOST_ASKED = 256;

const ids = z.array(Id).check(z.minLength(1), z.maxLength(MOST_ASKED));

/** Threads by their ids. */
export const SomeThreads = z.object({ ids });

/** What began threads, by the ids of these, and entries and handovers by their own. */
export const SomeEnvelopes = z.object({ ids });

/** The envelopes of the first of those that were asked for, as many as fit `PAGE_BYTES`; not of those that are gone. */
export const EnvelopesBody = z.object({ envelopes: z.array(z.object({ id: Id, envelope: EnvelopeText })) });
export type EnvelopesBody = z.infer<typeof EnvelopesBody>;

/** How many threads were marked. */
export const ReadBody = z.object({ count: z.int() });

/** A message of either side as the desk sees its row. */
export const MessageRow = z.object({
  id: Id,
  /** The revision that it gave its thread. */
  rev: z.int(),
  author: z.enum(['desk', 'reporter']),
  /** Its number among those of its side. */
  seq: Seq,
  at: Time,
  /** The member who answered; null for the reporter's messages. */
  member: z.nullable(Member),
  envelope: EnvelopeText,
});
export type MessageRow = z.infer<typeof MessageRow>;

/**
 * One thread and its messages, oldest first, in pages of at most `PAGE_BYTES`: where there are more messages `next` is
 * there, and they go on at `?after=<next>`. The first page has the newest entries too, oldest first; older ones are asked for
 * apart.
 */
export const ThreadBody = z.object({
  now: Time,
  thread: ThreadRow,
  messages: z.array(MessageRow),
  entries: z.optional(z.array(EntryRow)),
  next: z.optional(z.int()),
});
export type ThreadBody = z.infer<typeof ThreadBody>;

/**
 * How a member leaves a thread: the revision that they saw, who has it now and whether it is closed, and the same with all
 * else in a sealed state, the next entry of the thread.
 */
export const ChangeState = z.object({
  rev: z.int(),
  owner: z.nullable(Id),
  closed: z.boolean(),
  entry: SentEntry,
  ...audited,
});
export type ChangeState = z.infer<typeof ChangeState>;

/**
 * A case of one person of a group: what begins its thread, sealed as a browser seals, and as its first entry the state by
 * which the member has it.
 */
export const BeginCase = z.object({ envelope: EnvelopeText, entry: SentEntry, ...audited });
export type BeginCase = z.infer<typeof BeginCase>;

/** What was closed in a month and still is; `more`: there is more than `LIST_ROWS`. */
export const ClosedBody = z.object({ threads: z.array(ThreadRow), more: z.boolean() });
export type ClosedBody = z.infer<typeof ClosedBody>;

/** The members of the desk, by name. */
export const MembersBody = z.object({ members: z.array(Member) });
export type MembersBody = z.infer<typeof MembersBody>;

/** An answer to the mailbox under an id of the desk's choice, the desk's next, with the revision that the member saw. */
export const PostAnswer = z.object({ id: Id, envelope: EnvelopeText, seq: Seq, rev: z.int(), ...audited });
export type PostAnswer = z.infer<typeof PostAnswer>;

/** What a member does with threads. */
export const threadRoutes = {
  /** A page of what has changed beyond a number, without any envelope. */
  threads: {
    method: 'GET',
    path: '/api/desk/threads',
    who: 'member',
    counts: null,
    body: null,
    query: 'since',
    answer: ThreadListBody,
    again: true,
  },
  /** What began these threads, and the states that rows name: each envelope travels once to an open desk. */
  envelopes: {
    method: 'POST',
    path: '/api/desk/envelopes',
    who: 'member',
    counts: null,
    body: SomeEnvelopes,
    answer: EnvelopesBody,
    again: true,
  },
  /** Marks threads as read, each once, when a member has them open before them. */
  read: {
    method: 'POST',
    path: '/api/desk/threads/read',
    who: 'member',
    counts: null,
    body: SomeThreads,
    answer: ReadBody,
    again: true,
  },
  thread: {
    method: 'GET',
    path: '/api/desk/threads/:id',
    who: 'member',
    counts: null,
    body: null,
    query: 'after',
    answer: ThreadBody,
    again: true,
  },
  /**
   * Lets a thread stand as a member says: who has it, and whether it is closed. Answers the row as it now is, also where this
   * very entry was stored before; 409 `changed` when `rev` is not current, the entry not the next, or the owner no member.
   */
  changeState: {
    method: 'POST',
    path: '/api/desk/threads/:id/state',
    who: 'member',
    counts: null,
    body: ChangeState,
    sealedBy: 'centre',
    rests: 'entries',
    answer: ThreadRow,
    again: true,
  },
  /**
   * Begins a thread at the desk, for one person of a group, and gives it to the member at once: nobody is woken for it, and
   * no code opens its mailbox. Answers its row; 409 `conflict` where something else lies under its id.
   */
  begin: {
    method: 'POST',
    path: '/api/desk/threads/:id/begin',
    who: 'member',
    counts: null,
    body: BeginCase,
    largest: 2 * LARGEST_BODY,
    sealedBy: 'anyone',
    rests: 'threads',
    answer: ThreadRow,
    again: true,
  },
  /** What was closed in a month, by `?month=2026-11`, newest first; its days are those of UTC. */
  closed: {
    method: 'GET',
    path: '/api/desk/closed',
    who: 'member',
    counts: null,
    body: null,
    query: 'month',
    answer: ClosedBody,
    again: true,
  },
  /** Everybody who can have a thread. */
  members: {
    method: 'GET',
    path: '/api/desk/members',
    who: 'member',
    counts: null,
    body: null,
    answer: MembersBody,
    again: true,
  },
  /**
   * Stores an answer once and gives the thread the next revision; 409 `changed` when `rev` is not current, the answer is not
   * the desk's next, nobody has the thread, or it is closed.
   */
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
