import * as z from 'zod/mini';
import { Id, Seq } from '../fields.ts';
import { audited } from './audit.ts';
import { EnvelopeText, StoredBody, Time } from './fields.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';

/** What the desk keeps for itself in a thread, as its row. */
export const EntryRow = z.object({
  id: Id,
  /** Its number among the entries of the thread. */
  seq: Seq,
  at: Time,
  member: z.nullable(Member),
  envelope: EnvelopeText,
});
export type EntryRow = z.infer<typeof EntryRow>;

/** An entry as it is sent: under an id of the desk's choice, the next of its thread. */
export const SentEntry = z.object({ id: Id, seq: Seq, envelope: EnvelopeText });
export type SentEntry = z.infer<typeof SentEntry>;

/** What a member adds to a thread, and changes nothing of it. */
export const PostEntry = z.object({ entry: SentEntry, ...audited });
export type PostEntry = z.infer<typeof PostEntry>;

/** Entries of a thread, oldest first. Their numbers have no gap: where the first is not 1, there are older ones. */
export const EntriesBody = z.object({ entries: z.array(EntryRow) });
export type EntriesBody = z.infer<typeof EntriesBody>;

/** What the desk keeps for itself in threads. The worker can't tell what it is. */
export const entryRoutes = {
  /** The entries before the number behind `?before=`, the newest of them, as many as fit `PAGE_BYTES`. */
  entries: {
    method: 'GET',
    path: '/api/desk/threads/:id/entries',
    who: 'member',
    counts: null,
    body: null,
    query: 'before',
    answer: EntriesBody,
    again: true,
  },
  /**
   * Stores an entry once, whatever the revision of the thread; 409 `changed` when it is not the next. Other desks see it by
   * the thread's `entries`.
   */
  addEntry: {
    method: 'POST',
    path: '/api/desk/threads/:id/entries',
    who: 'member',
    counts: null,
    body: PostEntry,
    sealedBy: 'centre',
    rests: 'entries',
    answer: StoredBody,
    again: true,
  },
} as const satisfies Routes;
