import * as z from 'zod/mini';
import { Call } from '../call.ts';
import type { Carrier } from '../carrier.ts';
import { Draft } from '../draft.ts';
import { Handover } from '../handover.ts';
import { Note } from '../note.ts';
import { State } from '../state.ts';
import { Tally } from '../tally.ts';

/** What the centre boxes to itself. */
export const OWN = {
  way: 'own',
  carries: z.union([Note, Call, State, Handover, Tally, Draft]),
} as const satisfies Carrier;
