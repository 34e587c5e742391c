import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { audited } from './audit.ts';
import { StoredBody, Time } from './fields.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';

/** Who is rung when: the first, and the backup where the first does not come. */
export const RANKS = ['first', 'backup'] as const;
export const Rank = z.enum(RANKS);
export type Rank = z.infer<typeof Rank>;

/** Seconds for which it counts that somebody's telephone was heard to ring. */
export const PROOF_LASTS = 24 * 3600;

/** Seconds ahead in which a time without a first or a backup is a warning. */
export const GAP_WARNS = 72 * 3600;

/** The longest time that is given at once, and how far ahead it may end, in seconds. */
export const LONGEST_SHIFT = 31 * 86_400;
export const FURTHEST_SHIFT = 400 * 86_400;

/** A time of whole minutes. */
const Minute = Time.check(z.multipleOf(60));

/** A time in which the same two are planned, or nobody: as it was said last. The backup is never the first. */
export const DutySpan = z.object({
  from: Minute,
  until: Minute,
  first: z.nullable(Member),
  backup: z.nullable(Member),
});
export type DutySpan = z.infer<typeof DutySpan>;

/**
 * Who holds a rank now: since when, until when they are planned, and when their telephone was last heard to ring. Who comes
 * after them and has not shown that theirs rings is `awaited`: until they have, it stays with who had it.
 */
export const OnDuty = z.object({
  held: z.optional(z.object({ member: Member, since: Minute, until: Minute, provedAt: Time })),
  awaited: z.optional(z.object({ member: Member, since: Minute, until: Minute })),
});
export type OnDuty = z.infer<typeof OnDuty>;

/** Who is on duty now, and who is planned from the last full hour to a fortnight ahead, without a gap between the spans. */
export const DutyBody = z.object({
  now: Time,
  first: OnDuty,
  backup: OnDuty,
  spans: z.array(DutySpan),
  /** When whose telephone was last heard to ring, where it ever was. */
  proofs: z.array(z.object({ member: Id, at: Time })),
});
export type DutyBody = z.infer<typeof DutyBody>;

/** Seconds for which it is kept who had duty. */
export const DUTY_KEPT = 35 * 86_400;

/** Seconds that the table of duty looks ahead. */
export const PLAN_AHEAD = 14 * 86_400;

/** A rank given to a member from a time on, or (`null`) to nobody. What lies in the past begins now. */
export const PutShift = z
  .object({ rank: Rank, member: z.nullable(Id), from: Minute, until: Minute, ...audited })
  .check(z.refine(({ from, until }) => until > from && until - from <= LONGEST_SHIFT));
export type PutShift = z.infer<typeof PutShift>;

/** What a member does with duty. */
export const dutyRoutes = {
  duty: {
    method: 'GET',
    path: '/api/desk/duty',
    who: 'member',
    counts: null,
    body: null,
    answer: DutyBody,
    again: true,
  },
  /**
   * Gives a rank for a time, over whatever was said before, under an id of the member's choice; 404 where there is no such
   * member.
   */
  putShift: {
    method: 'POST',
    path: '/api/desk/duty/:id',
    who: 'member',
    counts: null,
    body: PutShift,
    answer: StoredBody,
    again: true,
  },
} as const satisfies Routes;
