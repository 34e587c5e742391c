import { DUTY_KEPT, type Rank } from '../../src/protocol/wire/api/duty.ts';
import type { Member } from '../../src/protocol/wire/api/member.ts';
import { listProofs } from '../store/bell-ways.ts';
import { listShifts } from '../store/duty.ts';
import { type Holding, holdingAt, type Proofs } from './holding.ts';
import type { Shift } from './rota.ts';

/** Duty as the store says it: what was planned for those who are members now, their proofs, and who holds which rank. */
export type Duty = { shifts: Shift[]; proofs: Proofs; held: Record<Rank, Holding> };

/** Duty at a moment (Unix seconds). Whoever is no member any more, or suspended, is nobody. */
export async function onDutyAt(db: D1Database, members: readonly Member[], at: number): Promise<Duty> {
  // Who stays for a colleague may have been planned for a time that is over.
  const [shifts, proved] = await Promise.all([listShifts(db, at - DUTY_KEPT), listProofs(db)]);
  const present = new Set(members.map(({ id }) => id));
  const own = shifts.map((shift) => (present.has(shift.member ?? '') ? shift : { ...shift, member: null }));
  const proofs = new Map(proved.map(({ member, at: heard }) => [member, heard]));
  return { shifts: own, proofs, held: holdingAt(own, proofs, at) };
}
