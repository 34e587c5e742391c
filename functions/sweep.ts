import { DUTY_KEPT } from '../src/protocol/wire/api/duty.ts';
import { HANDOVER_KEPT } from '../src/protocol/wire/api/handovers.ts';
import { THROWN_KEPT } from '../src/protocol/wire/api/thrown.ts';
import { sweepBell } from './bell/sweep-bell.ts';
import { tellGaps } from './duty/tell-gaps.ts';
import type { Bindings } from './env.ts';
import { sweepTombstones } from './intake/bury.ts';
import { moveWaiting } from './intake/move.ts';
import { firstOpenMonth } from './retention/open-months.ts';
import { deleteShifts } from './store/duty.ts';
import { emptyHandoffs } from './store/handoffs.ts';
import { deleteHandovers } from './store/handovers.ts';
import { deleteInvites } from './store/invites.ts';
import { dayOf, forgetPurged, PURGED_KEPT, purgeDue, roundClosed } from './store/retention.ts';
import { deleteTallies } from './store/tallies.ts';
import { deleteThrown } from './store/thrown.ts';

/**
 * What the worker does by itself at a moment (Unix seconds): keeps deletions in both stores, moves to D1 what waits in the
 * second one, deletes for good what was thrown away a day ago, what was handed over or said to be deleted two days ago, who
 * had duty five weeks ago, invitations that have expired and the tallies of years whose figures are long made, empties what was passed on and
 * has expired, tells the coordinator of a gap in duty, and sees that the bell rings for what waits. Each whatever becomes of
 * the others; rejects
 * with the first error.
 */
export async function sweep(bindings: Bindings, at: number): Promise<void> {
  const done = await Promise.allSettled([
    sweepTombstones(bindings, at),
    moveWaiting(bindings),
    deleteThrown(bindings.DB, at - THROWN_KEPT),
    deleteHandovers(bindings.DB, at - HANDOVER_KEPT),
    purgeDue(bindings.DB, dayOf(at)),
    forgetPurged(bindings.DB, at - PURGED_KEPT),
    roundClosed(bindings.DB, dayOf(at)),
    deleteTallies(bindings.DB, firstOpenMonth(at)),
    emptyHandoffs(bindings.DB, at),
    deleteInvites(bindings.DB, at),
    deleteShifts(bindings.DB, at - DUTY_KEPT),
    tellGaps(bindings, at),
    sweepBell(bindings, at),
  ]);
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
