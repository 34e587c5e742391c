import * as z from 'zod/mini';
import { Handoff } from './handoff.ts';

/** What the centre keeps of a handoff, in the thread that was passed on: all of it, word for word, and who agreed. */
export const Handed = z.extend(Handoff, { kind: z.literal('handed') });
export type Handed = z.infer<typeof Handed>;
