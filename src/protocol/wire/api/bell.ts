import * as z from 'zod/mini';
import { Time } from './fields.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';

/** What can be wrong with the bell, by what the desk says of it (docs/operating.md). */
export const BELL_FAULTS = ['silent', 'nobody', 'storeless', 'unswept'] as const;

/** How the bell stands. */
export const BellBody = z.object({
  now: Time,
  /** What is wrong with it, the worst first. */
  fault: z.optional(z.enum(BELL_FAULTS)),
  /** Since when it rings for what nobody has looked at, or until when that was put off. */
  ringing: z.optional(
    z.object({
      since: Time,
      /** Who said that they will look, and when. */
      answered: z.optional(z.object({ member: Member, at: Time })),
    }),
  ),
  /** Whether so much arrives that it rings less often. */
  flood: z.boolean(),
});
export type BellBody = z.infer<typeof BellBody>;

/** Up to which change a member has looked at the list: the `cursor` of the list that was before them. */
export const PostLook = z.object({
  upTo: z.int().check(z.nonnegative()),
  /** They ended a drill: what comes next rings at once, whenever the last ring began. */
  drill: z.optional(z.literal(true)),
});
export type PostLook = z.infer<typeof PostLook>;

/** A ring that went out to a member: by what, when, and when it arrived on the device, which only a push tells, and was answered. */
export const MemberRing = z.object({
  member: Member,
  channel: z.enum(['push', 'call']),
  rungAt: Time,
  arrivedAt: z.optional(Time),
  answeredAt: z.optional(Time),
});
export type MemberRing = z.infer<typeof MemberRing>;

/** The last ring of each way that went out since a moment, the first first. */
export const RingsBody = z.object({ now: Time, rings: z.array(MemberRing) });
export type RingsBody = z.infer<typeof RingsBody>;

/** What a member asks of the bell. */
export const bellRoutes = {
  bell: {
    method: 'GET',
    path: '/api/desk/bell',
    who: 'member',
    counts: null,
    body: null,
    answer: BellBody,
    again: true,
  },
  /**
   * A member has touched a desk that showed the list up to a change: nothing up to there rings any more. A poll is no look.
   */
  look: {
    method: 'POST',
    path: '/api/desk/bell/look',
    who: 'member',
    counts: null,
    body: PostLook,
    answer: PostLook,
    again: true,
  },
  /** Who was rung since a moment (Unix seconds), by the bell and not by their own trial. */
  rings: {
    method: 'GET',
    path: '/api/desk/bell/rings',
    who: 'member',
    counts: null,
    body: null,
    query: 'since',
    answer: RingsBody,
    again: true,
  },
  /** A member says that they will look: then it is silent for ten minutes. The first who says so has it. */
  answerBell: {
    method: 'POST',
    path: '/api/desk/bell/answer',
    who: 'member',
    counts: null,
    body: z.object({}),
    answer: BellBody,
    again: true,
  },
} as const satisfies Routes;
