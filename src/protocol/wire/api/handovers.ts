import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { audited, JustAct } from './audit.ts';
import { SentEntry } from './entries.ts';
import { EnvelopeText, StoredBody, Time } from './fields.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';
import { ThreadRow } from './threads.ts';

/** Seconds after which a handover is forgotten, whether or not anybody has the thread now. */
export const HANDOVER_KEPT = 48 * 60 * 60;

/** The most handovers in one list. */
export const HANDOVER_ROWS = 200;

/** One thread that a member leaves to a colleague, or to whoever comes, as its row: without what is said of it. */
export const HandoverRow = z.object({
  id: Id,
  thread: Id,
  from: Member,
  /** Left out where it is for whoever comes. */
  to: z.optional(Member),
  at: Time,
  /** Who has the thread by it, and since when. */
  accepted: z.optional(z.object({ by: Member, at: Time })),
});
export type HandoverRow = z.infer<typeof HandoverRow>;

/** What is handed over, newest first. */
export const HandoversBody = z.object({ now: Time, handovers: z.array(HandoverRow) });
export type HandoversBody = z.infer<typeof HandoversBody>;

/** A thread to hand over: to a colleague, or (null) to whoever comes. */
export const PostHandover = z.object({
  thread: Id,
  to: z.nullable(Id),
  envelope: EnvelopeText,
  ...audited,
});
export type PostHandover = z.infer<typeof PostHandover>;

/** The thread, the revision of it that the colleague saw, and their state in which they have it. */
export const AcceptHandover = z.object({ thread: Id, rev: z.int(), entry: SentEntry, ...audited });
export type AcceptHandover = z.infer<typeof AcceptHandover>;

/** How a shift leaves threads to the next, each for itself. */
export const handoverRoutes = {
  /** What is handed over, also what was accepted, until it is forgotten. Its envelopes are asked for as all others. */
  handovers: {
    method: 'GET',
    path: '/api/desk/handovers',
    who: 'member',
    counts: null,
    body: null,
    answer: HandoversBody,
    again: true,
  },
  /** Hands a thread over that its member has, or nobody; 409 `changed` where somebody else has it, or it is closed. */
  handOver: {
    method: 'POST',
    path: '/api/desk/handovers/:id',
    who: 'member',
    counts: null,
    body: PostHandover,
    sealedBy: 'centre',
    rests: 'handovers',
    answer: StoredBody,
    again: true,
  },
  /**
   * Gives the thread to who accepts, with their state. Answers its row, also where this very entry was stored before; 409
   * `changed` where the revision or the entry is not current, or the handover is not open to them any more.
   */
  acceptHandover: {
    method: 'POST',
    path: '/api/desk/handovers/:id/accept',
    who: 'member',
    counts: null,
    body: AcceptHandover,
    sealedBy: 'centre',
    rests: 'entries',
    answer: ThreadRow,
    again: true,
  },
  /** Takes back what one has handed over; 409 `changed` when somebody has accepted it. */
  withdrawHandover: {
    method: 'POST',
    path: '/api/desk/handovers/:id/withdraw',
    who: 'member',
    counts: null,
    body: JustAct,
    answer: StoredBody,
    again: true,
  },
} as const satisfies Routes;
