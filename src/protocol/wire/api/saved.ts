import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { audited } from './audit.ts';
import { EnvelopeText, StoredBody } from './fields.ts';
import type { Routes } from './route.ts';

/** The most answers that the team has saved at once. */
export const MOST_SAVED = 60;

/** Counts the changes of a saved answer; a change names the one that its member saw, 0 where there was none. */
const Rev = z.int().check(z.nonnegative());

/** A saved answer as its row. Without an envelope it is gone, for good. */
export const SavedRow = z.object({
  id: Id,
  rev: Rev,
  /** The number of its last change among those of all. */
  changed: z.int(),
  envelope: z.optional(EnvelopeText),
});
export type SavedRow = z.infer<typeof SavedRow>;

/** What changed of the saved answers, in the order in which it did; `more`: behind the last of these it goes on. */
export const SavedBody = z.object({ saved: z.array(SavedRow), more: z.boolean() });
export type SavedBody = z.infer<typeof SavedBody>;

/** A saved answer under an id of the member's choice, or another in the place of the one that they saw there. */
export const PutSaved = z.object({ rev: Rev, envelope: EnvelopeText, ...audited });
export type PutSaved = z.infer<typeof PutSaved>;

/** One that is to go, as the member saw it. */
export const RemoveSaved = z.object({ rev: Rev, ...audited });
export type RemoveSaved = z.infer<typeof RemoveSaved>;

/** What members do with the answers that the team has saved. */
export const savedRoutes = {
  /** Those that changed behind a number; all where there is none. */
  saved: {
    method: 'GET',
    path: '/api/desk/saved-answers',
    who: 'member',
    counts: null,
    body: null,
    query: 'since',
    answer: SavedBody,
    again: true,
  },
  /** 409 `changed` where a colleague was first, `conflict` where there are as many as may be. */
  putSaved: {
    method: 'PUT',
    path: '/api/desk/saved-answers/:id',
    otherwise: { method: 'POST', path: '/api/desk/saved-answers/:id' },
    who: 'member',
    counts: null,
    body: PutSaved,
    sealedBy: 'centre',
    rests: 'saved',
    answer: StoredBody,
    again: true,
  },
  /** 409 `changed` where a colleague was first. */
  removeSaved: {
    method: 'DELETE',
    path: '/api/desk/saved-answers/:id',
    otherwise: { method: 'POST', path: '/api/desk/saved-answers/:id/remove' },
    who: 'member',
    counts: null,
    body: RemoveSaved,
    answer: StoredBody,
    again: true,
  },
} as const satisfies Routes;
