import * as z from 'zod/mini';
import { base64urlBytes, Digest, Id, Seq, typedText } from '../../wire/fields.ts';
import { By } from '../by.ts';
import { itemOf, WriterTime } from '../fields.ts';
import { MOST_LINKED } from '../most-linked.ts';
import { OUTCOMES, RegisterCard } from '../register.ts';

/** Longest text of a state's fields, in UTF-16 code units. */
export const STATE_LIMIT = 400;

/** How urgent a member says that a thread is, whatever its answers say. */
export const BY_HAND = ['now', 'today', 'week', 'advice'] as const;

/**
 * How another thread belongs to one: it is about the same group of people; this one was closed as the same and merged
 * `into` it; or it is the one that was, and is merged `from`.
 */
export const LINKED_AS = ['group', 'into', 'from'] as const;

/**
 * Another thread that belongs to one, which says so too. What was merged takes along what it said that must not be lost
 * with it: how urgent it was, that somebody is in danger, or under 18.
 */
export const Link = z.object({
  id: Id,
  as: z.enum(LINKED_AS),
  urgency: z.optional(z.enum(BY_HAND)),
  danger: z.optional(z.literal(true)),
  minor: z.optional(z.literal(true)),
});
export type Link = z.infer<typeof Link>;

/**
 * Who has a thread and where it stands, as a member left it: the newest counts, and the worker's row must fit it. It pins
 * what the member had read, so that nobody can put something else in its place afterwards.
 */
export const State = z.object({
  ...itemOf('state'),
  /** The number of the entry in its thread, from 1. */
  seq: Seq,
  /** The digest of the entry before; null for the first. */
  prev: z.nullable(Digest),
  at: WriterTime,
  pins: z.object({
    /** The digest of the envelope that began the thread. */
    first: Digest,
    /** The mailbox key in it: to no other is anything ever answered. */
    mailbox: base64urlBytes(32),
  }),
  owner: z.nullable(By),
  closed: z.nullable(z.object({ outcome: z.enum(OUTCOMES), reason: z.optional(typedText(STATE_LIMIT)) })),
  urgency: z.optional(z.enum(BY_HAND)),
  /** Why the urgency was set by hand. */
  reason: z.optional(typedText(STATE_LIMIT)),
  next: z.optional(z.object({ at: z.int().check(z.nonnegative()), what: typedText(STATE_LIMIT) })),
  /** What the thread waits for, where there is no time for it. */
  waitingFor: z.optional(typedText(STATE_LIMIT)),
  /** The thread's revision that who planned that had before them: what the person wrote since is news. */
  plannedAt: z.optional(z.int().check(z.nonnegative())),
  linked: z.optional(z.array(Link).check(z.maxLength(MOST_LINKED))),
  card: z.optional(RegisterCard),
  /** The tally of the closed thread, which a later one replaces. */
  tally: z.optional(Id),
});
export type State = z.infer<typeof State>;
