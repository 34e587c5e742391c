import * as z from 'zod/mini';
import { Challenge } from './proof.ts';

/** Every code with which the worker refuses, and the HTTP status that goes with it. */
export const ERROR_STATUS = {
  /** Not JSON, or not of the shape that the route takes. */
  malformed: 400,
  /** An envelope of a version that does not exist or does not belong here. */
  envelope_version: 400,
  /** An envelope whose size no bucket gives. */
  envelope_size: 400,
  /** An envelope for a key that the site does not publish: the page that made it is out of date. */
  envelope_key: 400,
  /** The mailbox is not known, or the sign-in is not right. One code for all that could be wrong. */
  unauthorized: 401,
  /** A change asked for from another origin, or by who may not ask for it. */
  forbidden: 403,
  /** No such row or route. */
  not_found: 404,
  /** This id is taken by other bytes, or this name by another member. */
  conflict: 409,
  /** Someone changed the thread, or whatever is asked for, since it was read. */
  changed: 409,
  /** Nobody would be left who can say who is a member. */
  last_administrator: 409,
  /** What was to be added to a member's trail is not the next of it: they did something else meanwhile. */
  behind: 409,
  /** The person has deleted the thread. */
  deleted: 410,
  /** The invitation was used or has expired. */
  invite_gone: 410,
  /** Somebody else opened the invitation first, or another page of the same person. */
  invite_seen: 410,
  /** The body is larger than any envelope. */
  too_large: 413,
  /** The body is not JSON by its content type. */
  content_type: 415,
  /** Too many requests from one address; Retry-After says when to try again. */
  limited: 429,
  /** So much comes in that who sends must show that it costs them something: the error carries a `challenge`. */
  proof_wanted: 429,
  /** So much comes in, from everywhere or from one network, that only small items are taken, with a proof. */
  crowded: 429,
  /** What lies beside a mailbox is not as it was stored: no code opens it again, and trying again is of no use. */
  mailbox_damaged: 500,
  /** A fault of ours. */
  internal: 500,
  /** The store is busy; trying again is right. */
  unavailable: 503,
  /** The worker was deployed without the list of published keys, and takes no envelope until it has one. */
  keys_missing: 503,
  /** The worker has no secret, or one that is too short, and can neither take nor find a mailbox. */
  secret_missing: 503,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;
export const ErrorCode = z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]);

/**
 * The whole body of an answer that refuses. Nothing else is in it, so that no proxy's error passes for one. Only
 * `proof_wanted` brings a challenge.
 */
export const ErrorBody = z.strictObject({
  error: z.strictObject({ code: ErrorCode, challenge: z.optional(Challenge) }),
});

/** What the body of every answer that does not refuse begins with; the rest is the route's. */
export const DoneBody = z.object({ ok: z.literal(true) });
