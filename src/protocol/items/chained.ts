import * as z from 'zod/mini';
import { Digest, Seq } from '../wire/fields.ts';
import { WriterTime } from './fields.ts';

/** What places a message in its thread: src/protocol/items/chain.ts. */
export const chained = {
  /** The number of the message among those of its side: the first item is 0 of the reporter's, the desk begins with 1. */
  seq: Seq,
  /** The digest of that side's envelope before; null for the desk's first. */
  prev: z.nullable(Digest),
  /** The digest of the newest envelope of the other side that the writer had read; null for none. */
  seen: z.nullable(Digest),
  at: WriterTime,
};
