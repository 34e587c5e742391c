import type { Untaken } from '../store/untaken.ts';

/** How hard the intake is pressed. */
export type Level = 'calm' | 'busy' | 'flood';

const MIB = 1024 * 1024;

/**
 * From how much on the intake is busy, and flooded. A year brings some 700 referrals, two a day, so no honest night comes
 * near: 200 that nobody has taken or read are a campaign or an attack, and are still read in an evening.
 */
export const BUSY_AT = 200;
export const FLOOD_AT = 2000;

/** Bytes that stand for one thread: where they are larger, their bytes count. Most referrals fit 4 KiB. */
const BYTES_EACH = MIB / 128;

/** The thresholds in threads, from the variables `BUSY_AT` and `FLOOD_AT` where they are set. */
export type Thresholds = { busy: number; flood: number };

/** Reads thresholds; what is no number above nought is as if it were not set. */
export function readThresholds(busy: string | undefined, flood: string | undefined): Thresholds {
  const read = (text: string | undefined, otherwise: number) => (Number(text) > 0 ? Number(text) : otherwise);
  return { busy: read(busy, BUSY_AT), flood: read(flood, FLOOD_AT) };
}

/** The level at which so much is untaken. */
export function levelOf({ threads, bytes }: Untaken, { busy, flood }: Thresholds): Level {
  const weight = Math.max(threads, bytes / BYTES_EACH);
  if (weight >= flood) return 'flood';
  return weight >= busy ? 'busy' : 'calm';
}
