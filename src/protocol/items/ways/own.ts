import * as z from 'zod/mini';
import type { Carrier } from '../carrier.ts';
import { Act } from '../kinds/act.ts';
import { Call } from '../kinds/call.ts';
import { Draft } from '../kinds/draft.ts';
import { Handed } from '../kinds/handed.ts';
import { Handover } from '../kinds/handover.ts';
import { Note } from '../kinds/note.ts';
import { Saved } from '../kinds/saved.ts';
import { State } from '../kinds/state.ts';
import { Tally } from '../kinds/tally.ts';

/** What the centre boxes to itself. */
export const OWN = {
  way: 'own',
  carries: z.union([Note, Call, State, Handed, Handover, Saved, Tally, Draft, Act]),
} as const satisfies Carrier;
