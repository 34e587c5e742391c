import * as z from 'zod/mini';
import { someText, typedText } from '../../wire/fields.ts';
import { By } from '../by.ts';
import { itemOf, WriterTime } from '../fields.ts';

/** Longest text of each line of a handover, in UTF-16 code units. */
export const HANDOVER_LIMIT = 400;

/**
 * What a shift leaves to the next of one thread: situation, background, assessment, recommendation. One thread each, so that
 * nothing of it outlives the thread.
 */
export const Handover = z.object({
  ...itemOf('handover'),
  at: WriterTime,
  from: By,
  situation: someText(HANDOVER_LIMIT),
  background: z.optional(typedText(HANDOVER_LIMIT)),
  assessment: z.optional(typedText(HANDOVER_LIMIT)),
  recommendation: z.optional(typedText(HANDOVER_LIMIT)),
  /** Of the shift as a whole: the same with each of its threads. */
  remark: z.optional(typedText(HANDOVER_LIMIT)),
});
export type Handover = z.infer<typeof Handover>;
