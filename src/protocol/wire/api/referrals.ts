import * as z from 'zod/mini';
import { base64urlBytes, MailboxSalt } from '../fields.ts';
import { EnvelopeText, StoredBody } from './fields.ts';
import { Proof } from './proof.ts';
import type { Routes } from './route.ts';

/** What begins a thread: a sealed referral or request. */
export const PutReferral = z.object({
  envelope: EnvelopeText,
  /** SHA-256 of the mailbox token. */
  mailbox: base64urlBytes(32),
  /** Goes back to whoever shows the token. */
  salt: MailboxSalt,
  /** The answer to a challenge, where the worker asked for one. */
  proof: z.optional(Proof),
});
export type PutReferral = z.infer<typeof PutReferral>;

/** The call that begins a thread. */
export const referralRoutes = {
  /** Stores a sealed referral or request under its id: 201 stored, 200 the same bytes again. */
  send: {
    method: 'PUT',
    path: '/api/referrals/:id',
    otherwise: { method: 'POST', path: '/api/referrals/:id' },
    who: 'anyone',
    counts: 'referral',
    body: PutReferral,
    sealedBy: 'anyone',
    rests: 'threads',
    answer: StoredBody,
    again: true,
  },
} as const satisfies Routes;
