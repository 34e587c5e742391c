import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { audited } from './audit.ts';
import { Time } from './fields.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';

/** The fewest and most days for which a closed thread is kept; the store begins with 90. */
export const RETENTION_DAYS = { least: 14, most: 365 } as const;

/** By which part of these days, more or less, each thread is kept: the day of its end tells nobody when it was closed. */
export const RETENTION_SPREAD = 0.2;

const Days = z.int().check(z.gte(RETENTION_DAYS.least), z.lte(RETENTION_DAYS.most));

/** For how long closed threads are kept, who said so last, and how many were deleted on which of the last days. */
export const RetentionBody = z.object({
  days: Days,
  /** Counts the changes; a change names the one that it saw. */
  rev: z.int(),
  changedBy: z.optional(Member),
  changedAt: z.optional(Time),
  /** Newest first; days since 1970. */
  purged: z.array(z.object({ day: z.int(), count: z.int() })),
});
export type RetentionBody = z.infer<typeof RetentionBody>;

/** Another number of days, for what is closed from now on. */
export const PutRetention = z.object({ days: Days, rev: z.int(), ...audited });
export type PutRetention = z.infer<typeof PutRetention>;

/** What is closed and to be deleted now, in the revision that the member saw. */
export const PostPurge = z.object({ rev: z.int(), ...audited });
export type PostPurge = z.infer<typeof PostPurge>;

/** The thread that is gone. */
export const PurgedBody = z.object({ purged: Id });
export type PurgedBody = z.infer<typeof PurgedBody>;

/** The answer that says that just this thread is gone. */
export const purgedThread = (id: string) => z.object({ purged: z.literal(id) });

/** What a member does with how long things are kept. */
export const retentionRoutes = {
  retention: {
    method: 'GET',
    path: '/api/desk/retention',
    who: 'member',
    counts: null,
    body: null,
    answer: RetentionBody,
    again: true,
  },
  /** Answers what it is now; 409 `changed` where somebody else was faster. */
  putRetention: {
    method: 'POST',
    path: '/api/desk/retention',
    who: 'member',
    counts: null,
    body: PutRetention,
    answer: RetentionBody,
    again: false,
  },
  /** Deletes a closed thread for good; 409 `changed` where it is not closed, not read, or not in that revision. */
  purge: {
    method: 'POST',
    path: '/api/desk/threads/:id/purge',
    who: 'member',
    counts: null,
    body: PostPurge,
    answer: PurgedBody,
    again: false,
  },
} as const satisfies Routes;
