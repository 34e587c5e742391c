import type { PutShift } from '../../protocol/wire/api/duty.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { addBrusselsDays } from '../clock/brussels-time.ts';

/** Gives a rank for a time, now or ahead: every change of duty is made here. Null when it is done. */
export async function giveShift(api: Api, shift: PutShift): Promise<DeskFault | null> {
  const given = await api.putShift(randomId(), shift);
  return given.ok ? null : given;
}

/** The same at the same hours by the clock in Brussels, so many days in a row. Ends with the first that is refused. */
export async function giveShifts(api: Api, shift: PutShift, days: number): Promise<DeskFault | null> {
  for (let day = 0; day < days; day++) {
    const from = addBrusselsDays(shift.from, day);
    const until = addBrusselsDays(shift.until, day);
    const fault = await giveShift(api, { ...shift, from, until });
    if (fault) return fault;
  }
  return null;
}
