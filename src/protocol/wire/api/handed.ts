import * as z from 'zod/mini';
import { Id, MailboxSalt } from '../fields.ts';
import { EnvelopeText, Time } from './fields.ts';
import type { Routes } from './route.ts';

/** What another centre was given, for whoever shows the token of its code. */
export const HandedBody = z.object({
  id: Id,
  /** The salt of the keys that open it. */
  salt: MailboxSalt,
  madeAt: Time,
  /** Until when it can be read. */
  expiresAt: Time,
  /** When the other centre said that it has it; left out where it has not. */
  acceptedAt: z.optional(Time),
  envelope: EnvelopeText,
});
export type HandedBody = z.infer<typeof HandedBody>;

/** That the other centre has it, and since when. */
export const AcceptedBody = z.object({ id: Id, acceptedAt: Time });
export type AcceptedBody = z.infer<typeof AcceptedBody>;

/** The answer that says that just this handoff is accepted. */
export const acceptedAs = (id: string) => z.object({ id: z.literal(id), acceptedAt: Time });

/** What a code lets another centre do. One that is wrong, expired or revoked is answered as one that never was. */
export const handedRoutes = {
  handed: {
    method: 'GET',
    path: '/api/handoff',
    who: 'receipt',
    counts: 'mailbox',
    body: null,
    answer: HandedBody,
    again: true,
  },
  accept: {
    method: 'POST',
    path: '/api/handoff/accept',
    who: 'receipt',
    counts: 'mailbox',
    body: null,
    answer: AcceptedBody,
    again: true,
  },
} as const satisfies Routes;
