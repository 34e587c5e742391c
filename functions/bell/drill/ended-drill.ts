import * as z from 'zod/mini';
import { OtherRing } from '../../../src/protocol/wire/api/bell.ts';
import { Id } from '../../../src/protocol/wire/fields.ts';

const Time = z.number();

/** A ring of a drill, by the id of who was rung. */
const DrillRing = z.object({
  member: Id,
  channel: z.enum(['push', 'call']),
  rungAt: Time,
  arrivedAt: z.optional(Time),
  answeredAt: z.optional(Time),
});

/** A drill that is over: when it began, whether it went well, and what was rung. */
export const EndedDrill = z.object({
  from: Time,
  endedAt: Time,
  well: z.boolean(),
  rings: z.array(DrillRing),
  others: z.array(OtherRing),
});
export type EndedDrill = z.infer<typeof EndedDrill>;
