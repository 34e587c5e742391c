import * as z from 'zod/mini';
import { Time } from './fields.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';

/** What can be wrong with the bell, by what the desk says of it (docs/operating.md). */
export const BELL_FAULTS = ['silent', 'nobody', 'storeless', 'unswept', 'untried'] as const;

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
  /** They ended a drill that began then: it is measured, and what comes next rings at once, whenever the last ring began. */
  drill: z.optional(Time),
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

/**
 * A ring that went to no member: when, and when its receiver took it, which for a mail is its service and no person; without
 * that it did not go out.
 */
export const OtherRing = z.object({
  channel: z.enum(['webhook', 'mail']),
  rungAt: Time,
  tookAt: z.optional(Time),
});
export type OtherRing = z.infer<typeof OtherRing>;

/** What a drill brought about, the first ring first. */
const RANG = { rings: z.array(MemberRing), others: z.array(OtherRing) };

/** A drill that is over: when it began and ended, and whether somebody answered, or where no member can be rung the webhook took it. */
export const LastDrill = z.object({ from: Time, endedAt: Time, well: z.boolean(), ...RANG });
export type LastDrill = z.infer<typeof LastDrill>;

/** The last ring of each way that went out since a moment, and how the last drill went that was ended by who began it. */
export const RingsBody = z.object({ now: Time, ...RANG, last: z.optional(LastDrill) });
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
