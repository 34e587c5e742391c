import * as z from 'zod/mini';
import { Id, typedText } from '../../wire/fields.ts';
import { itemOf } from '../fields.ts';

/** What a member can have done that matters: with a case, with what is kept, with members. */
export const DEEDS = [
  'took',
  'gave',
  'gave-back',
  'planned',
  'urgency',
  'closed',
  'merged',
  'linked',
  'split',
  'unlinked',
  'reopened',
  'answered',
  'noted',
  'called',
  'number-shown',
  'handed-over',
  'accepted',
  'took-back',
  'passed-on',
  'revoked',
  'purged',
  'retention',
  'answer-saved',
  'answer-removed',
  'threw-away',
  'brought-back',
  'invited',
  'uninvited',
  'let-in',
  'role',
  'suspended',
  'resumed',
  'ended-sessions',
  'new-way-in',
  'left',
  'way-added',
  'way-removed',
  'rewrapped',
  'next-key',
  'duty',
  'took-duty',
  'no-duty',
  'alarm-on',
  'alarm-off',
  'drilled',
] as const;
export type Deed = (typeof DEEDS)[number];

/** Longest text of an act, in UTF-16 code units: its envelope stays the smallest there is, whatever stands in it. */
export const ACT_LIMIT = 60;

/** What a member did, as their trail has it. By whom, the link says that goes with it. */
export const Act = z.object({
  ...itemOf('act'),
  /** By the member's device, Unix seconds. */
  at: z.int().check(z.nonnegative()),
  did: z.enum(DEEDS),
  /** To which other member. */
  to: z.optional(Id),
  /** How many, or how long in days. */
  count: z.optional(z.int().check(z.nonnegative())),
  text: z.optional(typedText(ACT_LIMIT)),
});
export type Act = z.infer<typeof Act>;
