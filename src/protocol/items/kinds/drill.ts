import * as z from 'zod/mini';
import { base64urlBytes } from '../../wire/fields.ts';
import { itemOf } from '../fields.ts';

/**
 * A trial of the whole way, from a form to somebody who looks: it travels and rests as a referral does, so that the worker
 * can't tell, and is deleted by its own code.
 */
export const Drill = z.object({
  ...itemOf('drill'),
  mailbox: base64urlBytes(32),
  /** When it was sent, Unix seconds: what is measured begins here. */
  at: z.int().check(z.nonnegative()),
});
export type Drill = z.infer<typeof Drill>;
