import * as z from 'zod/mini';
import { base64urlBytes, Id } from '../fields.ts';
import { audited, JustAct } from './audit.ts';
import { StoredBody, Time } from './fields.ts';
import type { Routes } from './route.ts';

/** The most ways that one member has to be rung. */
export const MOST_WAYS = 8;

/**
 * Where a browser takes Web Push (RFC 8030), as it says so itself: an address at its push service, and its two keys (RFC
 * 8291).
 */
export const PushAddress = z.strictObject({
  endpoint: z.string().check(z.maxLength(600), z.regex(/^https:\/\/(?:[a-z\d-]+\.)+[a-z][a-z\d-]*\/\S*$/)),
  p256dh: base64urlBytes(65),
  auth: base64urlBytes(16),
});
export type PushAddress = z.infer<typeof PushAddress>;

/** A telephone number with its country (E.164): `+32470123456`. */
export const CallAddress = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/));

/** One more way to ring whoever asks. */
export const PutWay = z.discriminatedUnion('channel', [
  z.object({ channel: z.literal('push'), address: PushAddress, ...audited }),
  z.object({ channel: z.literal('call'), address: CallAddress, ...audited }),
]);
export type PutWay = z.infer<typeof PutWay>;

/**
 * A way to ring a member as they see it themselves: when a ring last went out by it, when that arrived on the device, which
 * only a push tells, and when it was last answered. Where it is stays with the worker.
 */
export const BellWay = z.object({
  id: Id,
  channel: z.enum(['push', 'call']),
  madeAt: Time,
  rungAt: z.optional(Time),
  arrivedAt: z.optional(Time),
  provedAt: z.optional(Time),
});
export type BellWay = z.infer<typeof BellWay>;

/** The ways of whoever asks, and which more the desk can set up: the key to subscribe with (VAPID, RFC 8292), and calls. */
export const BellWaysBody = z.object({
  now: Time,
  ways: z.array(BellWay),
  pushKey: z.optional(base64urlBytes(65)),
  calls: z.boolean(),
});
export type BellWaysBody = z.infer<typeof BellWaysBody>;

/** What became of a ring: it went out, there is nobody at that address any more and the way is forgotten, or it did not go. */
export const RungBody = z.object({ rung: z.enum(['rang', 'gone', 'failed']) });
export type RungBody = z.infer<typeof RungBody>;

/** How a member is rung. */
export const bellWayRoutes = {
  bellWays: {
    method: 'GET',
    path: '/api/desk/bell-ways',
    who: 'member',
    counts: null,
    body: null,
    answer: BellWaysBody,
    again: true,
  },
  /** One more way, under an id of the member's choice; 409 `changed` where they have as many as anybody may. */
  putBellWay: {
    method: 'POST',
    path: '/api/desk/bell-ways/:id',
    who: 'member',
    counts: null,
    body: PutWay,
    answer: StoredBody,
    again: true,
  },
  removeBellWay: {
    method: 'POST',
    path: '/api/desk/bell-ways/:id/remove',
    who: 'member',
    counts: null,
    body: JustAct,
    answer: StoredBody,
    again: true,
  },
  /** Rings by one of the member's own ways, as it would ring at night. Once a minute; sooner it is 429 `limited`. */
  tryBellWay: {
    method: 'POST',
    path: '/api/desk/bell-ways/:id/try',
    who: 'member',
    counts: null,
    body: z.object({}),
    answer: RungBody,
    again: false,
  },
} as const satisfies Routes;

/** What a device says of a ring, without a session: who knows the ring's id has got the push. */
export const ringRoutes = {
  ringArrived: {
    method: 'POST',
    path: '/api/desk/rings/:id/arrived',
    who: 'visitor',
    counts: 'sign-in',
    body: z.object({}),
    answer: z.object({}),
    again: true,
  },
  /** Its member has tapped it: their telephone rings, and where something waits they will look. */
  ringAnswered: {
    method: 'POST',
    path: '/api/desk/rings/:id/answered',
    who: 'visitor',
    counts: 'sign-in',
    body: z.object({}),
    answer: z.object({}),
    again: true,
  },
  /**
   * Its browser has put another subscription in the place of one: the way leads there now. Who has both keys of the one before is
   * that browser: no push service knows them. 404 where there is no such way: then nobody would be rung by it.
   */
  deviceRenewed: {
    method: 'POST',
    path: '/api/desk/rings/renewed',
    who: 'visitor',
    counts: 'sign-in',
    body: z.object({ was: PushAddress, address: PushAddress }),
    answer: z.object({}),
    again: true,
  },
} as const satisfies Routes;
