import * as z from 'zod/mini';
import { chained } from '../chained.ts';
import { itemOf } from '../fields.ts';

/** What a mailbox can be told without a word: that somebody read, that a colleague centre goes on, that it is closed. */
export const SAYS = ['read', 'passed-on', 'closed'] as const;

/** Where a thread stands, from the centre to the mailbox. Takes its place among the desk's messages. */
export const Status = z.object({ ...itemOf('status'), ...chained, says: z.enum(SAYS) });
export type Status = z.infer<typeof Status>;
