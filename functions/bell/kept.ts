import * as z from 'zod/mini';
import { OtherRing } from '../../src/protocol/wire/api/bell.ts';
import { Id } from '../../src/protocol/wire/fields.ts';
import { EndedDrill } from './drill/ended-drill.ts';
import { NOBODY } from './duty-book.ts';
import { type BellState, SILENT } from './ladder.ts';
import type { OnDuty } from './on-duty.ts';

const Time = z.number();

const Reachable = z.object({
  id: Id,
  ways: z.array(z.object({ id: Id, channel: z.enum(['push', 'call']), address: z.string() })),
});

/** What the bell keeps over a restart. */
const Kept = z.object({
  bell: z.object({
    ringing: z.nullable(
      z.object({
        since: Time,
        step: z.int(),
        due: Time,
        hurried: z.boolean(),
        covers: z.int(),
        busy: z.nullable(Time),
        answered: z.nullable(z.object({ by: Id, at: Time })),
      }),
    ),
    began: z.nullable(Time),
    arrivals: z.array(Time),
    nobody: z.boolean(),
  }),
  /** When it last looked what waits, was last asked to by the sweep, and the store last answered it. */
  beatAt: Time,
  sweptAt: Time,
  storeAt: Time,
  /** Who was on duty when the store last said so: it is rung by that while the store is silent. */
  duty: z.object({
    first: z.nullable(Reachable),
    backup: z.nullable(Reachable),
    everyone: z.array(Reachable),
  }),
  /** The calls that can still be answered: whose each is, by its id. */
  calls: z.record(z.string(), z.object({ member: Id, at: Time })),
  /** How the webhook and the mail last rang. */
  others: z.array(OtherRing),
  /** When a drill last went well, or since when the bell hangs; and how the last one went. */
  triedAt: Time,
  drill: z.nullable(EndedDrill),
});

export type Kept = {
  bell: BellState;
  beatAt: number;
  sweptAt: number;
  storeAt: number;
  duty: OnDuty;
  calls: Record<string, { member: string; at: number }>;
  others: OtherRing[];
  triedAt: number;
  drill: EndedDrill | null;
};

/**
 * Reads what the bell kept. What is not of this shape, as an earlier version may have left it, is forgotten: the stores say
 * what waits, and it is rung for anew. `at`: now, in Unix seconds.
 */
export function readKept(kept: unknown, at: number): Kept {
  const read = Kept.safeParse(kept);
  if (read.success) return read.data;
  const nothing = { bell: SILENT, duty: NOBODY, calls: {}, others: [], drill: null };
  return { ...nothing, beatAt: at, sweptAt: at, storeAt: at, triedAt: at };
}
