import { DRILL_LASTS } from '../../src/protocol/wire/api/watch.ts';
import type { BellStatus } from './calls.ts';

/** Seconds after which what comes each minute counts as stopped. */
export const PULSE_LASTS = 180;

/** What is wrong with the bell. */
export type Wrong =
  /** The bell does not answer, or has not looked what waits for so long. */
  | 'silent'
  /** The sweep does not come. */
  | 'unswept'
  /** The store does not answer the bell. */
  | 'storeless'
  /** Everybody was rung, or nobody could be, and nobody has answered. */
  | 'nobody'
  /** No drill has gone well for more than a day. */
  | 'untried';

/** What is wrong with the bell at a moment (Unix seconds), the worst first; null when it is well. */
export function wrongWith(status: BellStatus | null, at: number): Wrong | null {
  const old = (time: number) => at - time > PULSE_LASTS;
  if (!status || old(status.beatAt)) return 'silent';
  if (status.nobody) return 'nobody';
  if (old(status.storeAt)) return 'storeless';
  if (old(status.sweptAt)) return 'unswept';
  return at - status.triedAt > DRILL_LASTS ? 'untried' : null;
}
