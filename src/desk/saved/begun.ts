import * as z from 'zod/mini';
import { By } from '../../protocol/items/by.ts';
import { Id } from '../../protocol/wire/fields.ts';
import type { Drafts } from '../drafts/drafts.ts';

/** Keeps a saved answer that is being written over the lock. */
export type SavedDraft = Drafts['saved'];

const Place = { id: Id, rev: z.int().check(z.nonnegative()) };
const Typed = z.optional(z.string());
const written = { name: z.string(), says: z.object({ nl: Typed, fr: Typed, en: Typed }) };

/**
 * A saved answer as far as it is written: what was there before it (null for a new one), under which id and revision it goes,
 * and what stands in it.
 */
const Begun = z.object({
  before: z.nullable(z.object({ ...Place, ...written, by: By })),
  place: z.object(Place),
  written: z.object(written),
});
export type Begun = z.infer<typeof Begun>;

/** It as it is kept. */
export const begunText = (begun: Begun) => JSON.stringify(begun);

/** What was kept of one; null where nothing was, or it can't be read. */
export function readBegun(text: string): Begun | null {
  try {
    const read = Begun.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
