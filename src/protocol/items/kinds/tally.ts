import * as z from 'zod/mini';
import { FormLanguage, Month } from '../../wire/fields.ts';
import { itemOf } from '../fields.ts';
import { OUTCOMES, RegisterCard } from '../register.ts';
import { BY_HAND } from './state.ts';

/** By what somebody came to the centre. */
export const CHANNELS = ['form', 'telephone', 'e-mail', 'visit', 'hotline', 'outreach'] as const;

/** How long it took until a member first looked: under 15 minutes, an hour, a day, or more. */
export const FIRST_LOOK = ['15-minutes', 'hour', 'day', 'more'] as const;

/** One for the figures of a year: when to the month, and no thread. */
export const Tally = z.object({
  ...itemOf('tally'),
  month: Month,
  channel: z.enum(CHANNELS),
  outcome: z.optional(z.enum(OUTCOMES)),
  language: z.optional(FormLanguage),
  urgency: z.optional(z.enum(BY_HAND)),
  firstLook: z.optional(z.enum(FIRST_LOOK)),
  card: RegisterCard,
});
export type Tally = z.infer<typeof Tally>;
