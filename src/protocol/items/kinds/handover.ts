import * as z from 'zod/mini';
import { Id, someText, typedText } from '../../wire/fields.ts';
import { By } from '../by.ts';
import { itemOf, WriterTime } from '../fields.ts';

/** Longest text of each line of a handover, in UTF-16 code units. */
export const HANDOVER_LIMIT = 400;

/** The most threads in one handover, which then stays in its largest bucket; more go into a second. */
export const MOST_HANDED = 6;

/** What a shift leaves to the next, thread by thread: situation, background, assessment, recommendation. */
export const Handover = z.object({
  ...itemOf('handover'),
  at: WriterTime,
  from: By,
  cases: z
    .array(
      z.object({
        thread: Id,
        situation: someText(HANDOVER_LIMIT),
        background: z.optional(typedText(HANDOVER_LIMIT)),
        assessment: z.optional(typedText(HANDOVER_LIMIT)),
        recommendation: z.optional(typedText(HANDOVER_LIMIT)),
      }),
    )
    .check(z.maxLength(MOST_HANDED)),
  remark: z.optional(typedText(HANDOVER_LIMIT)),
});
export type Handover = z.infer<typeof Handover>;
