import { GAP_WARNS } from '../../src/protocol/wire/api/duty.ts';
import { canMail, mailCoordinator } from '../bell/channels/mail.ts';
import type { Bindings } from '../env.ts';
import { gapWasTold, noteGapTold } from '../store/duty.ts';
import { listMembers } from '../store/members.ts';
import { onDutyAt } from './on-duty.ts';
import { gapsIn, rotaOf } from './rota.ts';

/** A day of telling begins at nine in Brussels, or at eight in winter. */
const BEGINS = 7 * 3600;
const DAY = 86_400;

/**
 * Tells the coordinator by mail, once a day from the morning on, that in the next three days a first or a backup is missing.
 * `at` in Unix seconds.
 */
export async function tellGaps(bindings: Bindings, at: number): Promise<void> {
  const { DB } = bindings;
  const day = Math.floor((at - BEGINS) / DAY);
  if (!canMail(bindings) || (await gapWasTold(DB, day))) return;
  const { shifts } = await onDutyAt(DB, await listMembers(DB), at);
  const minute = at - (at % 60);
  if (gapsIn(rotaOf(shifts, minute, minute + GAP_WARNS)).length === 0) return;
  // What could not be sent is sent again with the next sweep.
  if ((await mailCoordinator(bindings, 'gap')) === 'rang') await noteGapTold(DB, day);
}
