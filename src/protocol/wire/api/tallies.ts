import * as z from 'zod/mini';
import { Id, Month } from '../fields.ts';
import { EnvelopeText, StoredBody } from './fields.ts';
import type { Routes } from './route.ts';

/** One for the figures as its row: which, of which month. Nothing tells of which thread it is. */
export const TallyRow = z.object({ id: Id, month: Month, envelope: EnvelopeText });
export type TallyRow = z.infer<typeof TallyRow>;

/** A tally under an id of the member's choice; under one that is there it takes that one's place. */
export const PutTally = z.object({ month: Month, envelope: EnvelopeText });
export type PutTally = z.infer<typeof PutTally>;

/** Where a page of tallies ended: behind it the next one begins. */
const TallyPlace = z.object({ month: Month, id: Id });

/** A year whose tallies are asked for, from its beginning or behind one of them. */
export const AskTallies = z.object({
  year: z.int().check(z.gte(2000), z.lte(9998)),
  after: z.optional(TallyPlace),
});
export type AskTallies = z.infer<typeof AskTallies>;

/** The most tallies in one page: an envelope of theirs has one size, so that so many stay below `PAGE_BYTES`. */
export const TALLY_ROWS = 150;

/** A page of a year's tallies, by month and then in no order that says anything; where there are more, `next`. */
export const TalliesBody = z.object({ tallies: z.array(TallyRow), next: z.optional(TallyPlace) });
export type TalliesBody = z.infer<typeof TalliesBody>;

/** What a member does with the figures. */
export const tallyRoutes = {
  tallies: {
    method: 'POST',
    path: '/api/desk/tallies',
    who: 'member',
    counts: null,
    body: AskTallies,
    answer: TalliesBody,
    again: true,
  },
  /** Stores a tally, or another one in the place of the one with its id; only of a month whose figures are still open. */
  putTally: {
    method: 'POST',
    path: '/api/desk/tallies/:id',
    who: 'member',
    counts: null,
    body: PutTally,
    sealedBy: 'centre',
    rests: 'tallies',
    answer: StoredBody,
    again: true,
  },
} as const satisfies Routes;
