import * as z from 'zod/mini';
import { Id } from '../wire/fields.ts';
import type { Kind } from './kinds.ts';

/** The version of all items: the second. */
export const ITEM_VERSION = 2;

/** What every item begins with. One that belongs to no thread has its own id there. */
export function itemOf<Name extends Kind>(kind: Name) {
  return { v: z.literal(ITEM_VERSION), kind: z.literal(kind), thread: Id, id: Id };
}

/** Seconds to which the time of a writer is rounded down: a quarter of an hour. */
const ROUNDING = 900;

/** When something was written, by the writer's device: Unix seconds, rounded down. It informs, and accuses nobody. */
export const WriterTime = z.int().check(
  z.nonnegative(),
  z.refine((seconds) => seconds % ROUNDING === 0),
);

/** The time that a writer states now. `seconds`: Unix seconds by their device. */
export const writerTime = (seconds = Date.now() / 1000) => Math.floor(seconds / ROUNDING) * ROUNDING;

/** Seconds from which on a writer's time, which is rounded, and the one at which it arrived are both shown. */
const APART = 2 * 3600;

const DAY = 86_400;

/** Whether a time is a day: what is closed keeps no more of when it came than that. */
export const isDay = (at: number) => at % DAY === 0;

/** The day in which a moment lies, by its beginning in UTC. Unix seconds. */
export const startOfDay = (at: number) => Math.floor(at / DAY) * DAY;

/** Whether a writer says of something that they wrote it at quite another time than it arrived. Unix seconds. */
export function isApart(written: number, arrived: number): boolean {
  const until = isDay(arrived) ? arrived + DAY : arrived;
  return written < arrived - APART || written > until + APART;
}
