import { DUTY_KEPT } from '../src/protocol/wire/api/duty.ts';
import { HANDOVER_KEPT } from '../src/protocol/wire/api/handovers.ts';
import { THROWN_KEPT } from '../src/protocol/wire/api/thrown.ts';
import { sweepTombstones } from './intake/bury.ts';
import { moveWaiting } from './intake/move.ts';
import type { Stores } from './intake/receive.ts';
import { firstOpenMonth } from './retention/open-months.ts';
import { deleteShifts } from './store/duty.ts';
import { emptyHandoffs } from './store/handoffs.ts';
import { deleteHandovers } from './store/handovers.ts';
import { dayOf, purgeDue, roundClosed } from './store/retention.ts';
import { deleteTallies } from './store/tallies.ts';
import { deleteThrown } from './store/thrown.ts';

/**
 * What the worker does by itself at a moment (Unix seconds): keeps deletions in both stores, moves to D1 what waits in the
 * second one, deletes for good what was thrown away a day ago, what was handed over two days ago, who had duty five weeks ago and the tallies of years
 * whose figures are long made, and empties what was passed on and has expired. Each whatever becomes of the others; rejects
 * with the first error.
 */
export async function sweep(stores: Stores, at: number): Promise<void> {
  const done = await Promise.allSettled([
    sweepTombstones(stores, at),
    moveWaiting(stores),
    deleteThrown(stores.DB, at - THROWN_KEPT),
    deleteHandovers(stores.DB, at - HANDOVER_KEPT),
    purgeDue(stores.DB, dayOf(at)),
    roundClosed(stores.DB, dayOf(at)),
    deleteTallies(stores.DB, firstOpenMonth(at)),
    emptyHandoffs(stores.DB, at),
    deleteShifts(stores.DB, at - DUTY_KEPT),
  ]);
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
