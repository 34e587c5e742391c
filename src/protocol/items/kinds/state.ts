import * as z from 'zod/mini';
import { base64urlBytes, Digest, Id, Seq, typedText } from '../../wire/fields.ts';
import { By } from '../by.ts';
import { itemOf, WriterTime } from '../fields.ts';
import { MOST_SAME } from '../most-same.ts';
import { OUTCOMES, RegisterCard } from '../register.ts';

/** Longest text of a state's fields, in UTF-16 code units. */
export const STATE_LIMIT = 400;

/** How urgent a member says that a thread is, whatever its answers say. */
export const BY_HAND = ['now', 'today', 'week', 'advice'] as const;

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
  /** Other threads that are about the same; each of them says so too. */
  same: z.optional(z.array(Id).check(z.maxLength(MOST_SAME))),
  card: z.optional(RegisterCard),
  /** The tally of the closed thread, which a later one replaces. */
  tally: z.optional(Id),
});
export type State = z.infer<typeof State>;
