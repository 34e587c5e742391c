import * as z from 'zod/mini';
import { base64urlBytes, Id, MailboxSalt } from '../fields.ts';
import { audited, JustAct } from './audit.ts';
import { EnvelopeText, LARGEST_BODY, StoredBody, Time } from './fields.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';

/** Seconds in which another centre can read what was passed on to it. */
export const HANDOFF_TIME = 72 * 60 * 60;

/** The most handoffs of a thread that are listed: the newest. With envelopes of any size that is a page. */
export const HANDOFFS_LISTED = 5;

/** How far a handoff has come, beside when it was made and expires. What has not happened is left out. */
export const handoffTimes = {
  madeAt: Time,
  expiresAt: Time,
  /** When somebody with the code first read it. */
  openedAt: z.optional(Time),
  /** When they said that they have it. From then on it can't be revoked. */
  acceptedAt: z.optional(Time),
};

/** A handoff, sealed twice: to the mailbox of its code, and to the centre itself, which so knows what left it. */
export const PostHandoff = z.object({
  id: Id,
  envelope: EnvelopeText,
  own: EnvelopeText,
  /** SHA-256 of the token of its code. */
  mailbox: base64urlBytes(32),
  /** Goes back to whoever shows the token. */
  salt: MailboxSalt,
  ...audited,
});
export type PostHandoff = z.infer<typeof PostHandoff>;

/** A handoff as the desk sees its row. */
export const HandoffRow = z.object({
  id: Id,
  ...handoffTimes,
  revokedAt: z.optional(Time),
  member: z.nullable(Member),
  own: EnvelopeText,
});
export type HandoffRow = z.infer<typeof HandoffRow>;

/** The newest handoffs of a thread, newest first. */
export const HandoffsBody = z.object({ now: Time, handoffs: z.array(HandoffRow) });
export type HandoffsBody = z.infer<typeof HandoffsBody>;

/** What a member does to pass a thread on. */
export const handoffRoutes = {
  /** Stores a handoff of a thread once. */
  handOff: {
    method: 'POST',
    path: '/api/desk/threads/:id/handoffs',
    who: 'member',
    counts: null,
    body: PostHandoff,
    largest: 2 * LARGEST_BODY,
    sealedBy: 'centre',
    rests: 'handoffs',
    answer: StoredBody,
    again: true,
  },
  handoffs: {
    method: 'GET',
    path: '/api/desk/threads/:id/handoffs',
    who: 'member',
    counts: null,
    body: null,
    answer: HandoffsBody,
    again: true,
  },
  /** Makes a code worthless and forgets what it opens; 409 `changed` where the other centre has said that it has it. */
  revoke: {
    method: 'POST',
    path: '/api/desk/handoffs/:id/revoke',
    who: 'member',
    counts: null,
    body: JustAct,
    answer: StoredBody,
    again: true,
  },
} as const satisfies Routes;
