import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { EnvelopeText, StoredBody } from './fields.ts';
import type { Routes } from './route.ts';

/** The most threads of which a member has a draft at the worker. */
export const MOST_DRAFTS = 100;

/** What a member has begun to write in a thread: the id that its item has, and its envelope. */
export const DraftRow = z.object({ thread: Id, id: Id, envelope: EnvelopeText });
export type DraftRow = z.infer<typeof DraftRow>;

/** The member's own drafts, from the first or behind that of a thread. */
export const AskDrafts = z.object({ after: z.optional(Id) });
export type AskDrafts = z.infer<typeof AskDrafts>;

/** As many as fit a page; where there are more, `next` is the thread behind which they go on. */
export const DraftsBody = z.object({ drafts: z.array(DraftRow), next: z.optional(Id) });
export type DraftsBody = z.infer<typeof DraftsBody>;

/** A draft, in the place of the one that the member had in the thread. */
export const PutDraft = z.object({ id: Id, envelope: EnvelopeText });
export type PutDraft = z.infer<typeof PutDraft>;

/** What a member does with their own drafts, so that they are there on another device. Nobody is given those of others. */
export const draftRoutes = {
  drafts: {
    method: 'POST',
    path: '/api/desk/drafts',
    who: 'member',
    counts: null,
    body: AskDrafts,
    answer: DraftsBody,
    again: true,
  },
  /** By the id of the thread; 409 `conflict` where the member has as many as may be. */
  putDraft: {
    method: 'PUT',
    path: '/api/desk/drafts/:id',
    otherwise: { method: 'POST', path: '/api/desk/drafts/:id' },
    who: 'member',
    counts: null,
    body: PutDraft,
    sealedBy: 'centre',
    // It is the desk's own in its thread.
    rests: 'entries',
    answer: StoredBody,
    again: true,
  },
  removeDraft: {
    method: 'DELETE',
    path: '/api/desk/drafts/:id',
    otherwise: { method: 'POST', path: '/api/desk/drafts/:id/remove' },
    who: 'member',
    counts: null,
    body: null,
    answer: StoredBody,
    again: true,
  },
} as const satisfies Routes;
