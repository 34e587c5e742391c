import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { audited, JustAct } from './audit.ts';
import { Time } from './fields.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';

/** Seconds in which what was thrown away can be brought back; after that it is deleted for good. */
export const THROWN_KEPT = 24 * 60 * 60;

/** The most threads in one request to throw away. */
export const MOST_THROWN = 500;

/** Threads that one member threw away together: when (of the last of them), how many, and who. */
export const Thrown = z.object({ id: Id, at: Time, by: Member, count: z.int() });
export type Thrown = z.infer<typeof Thrown>;

/** What to throw away. `id` is of the member's choice; what is thrown under one id is brought back together. */
export const PostThrown = z.object({
  id: Id,
  threads: z.array(z.object({ id: Id, rev: z.int() })).check(z.minLength(1), z.maxLength(MOST_THROWN)),
  ...audited,
});
export type PostThrown = z.infer<typeof PostThrown>;

/** How many threads were thrown away under the id, or brought back. */
export const ThrownBody = z.object({ count: z.int() });
export type ThrownBody = z.infer<typeof ThrownBody>;

/** What a member does with what can't be opened. */
export const thrownRoutes = {
  /** Throws threads away, each only if nobody has taken it and its revision is still the one that the member saw. */
  throwAway: {
    method: 'POST',
    path: '/api/desk/thrown',
    who: 'member',
    counts: null,
    body: PostThrown,
    answer: ThrownBody,
    again: true,
  },
  bringBack: {
    method: 'POST',
    path: '/api/desk/thrown/:id/back',
    who: 'member',
    counts: null,
    body: JustAct,
    answer: ThrownBody,
    again: true,
  },
} as const satisfies Routes;
