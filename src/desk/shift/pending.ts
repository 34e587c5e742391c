import type { HandoverRow } from '../../protocol/wire/api/handovers.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import { type Case, canBeChanged, isUnowned, nextStep, ownerOf } from '../inbox/cases.ts';

/** What is handed over and nobody has accepted, and the case that it is about. */
export type Pending = { handover: HandoverRow; one: Case };

/** What one colleague hands over. */
export type Group = { from: Member; pending: Pending[] };

/** Seconds for which a shift lasts: what is due until then is due in the next one. */
const SHIFT = 12 * 60 * 60;

/**
 * What is still handed over: not what somebody has accepted, what a colleague has taken since or what is closed. Of two
 * handovers of a case by the same member the newer counts; `rows` newest first.
 */
export function stillPending(rows: readonly HandoverRow[], cases: readonly Case[]): Pending[] {
  const known = new Map(cases.map((one) => [one.row.id, one]));
  const seen = new Set<string>();
  return rows.flatMap((handover) => {
    const key = `${handover.from.id} ${handover.thread}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const one = known.get(handover.thread);
    if (handover.accepted || !one || !canBeChanged(one) || one.row.state === 'closed') return [];
    const owner = ownerOf(one);
    return owner && owner.id !== handover.from.id ? [] : [{ handover, one }];
  });
}

/** What colleagues hand over to a member, or to whoever comes, by colleague. */
export function incoming(pending: readonly Pending[], me: string): Group[] {
  const groups = new Map<string, Group>();
  for (const one of pending) {
    const { from, to } = one.handover;
    if (from.id === me || (to && to.id !== me)) continue;
    const group = groups.get(from.id) ?? { from, pending: [] };
    group.pending.push(one);
    groups.set(from.id, group);
  }
  return [...groups.values()];
}

/** Who has accepted what a member handed over since a moment (Unix seconds), with the ids of the threads. */
export function acceptedSince(
  rows: readonly HandoverRow[],
  me: string,
  since: number,
): { by: Member; threads: string[] }[] {
  const groups = new Map<string, { by: Member; threads: string[] }>();
  for (const { from, accepted, thread } of rows) {
    if (from.id !== me || !accepted || accepted.at <= since) continue;
    const group = groups.get(accepted.by.id) ?? { by: accepted.by, threads: [] };
    group.threads.push(thread);
    groups.set(accepted.by.id, group);
  }
  return [...groups.values()];
}

/** When a case is to be gone on with, where that is before the next shift ends; `now` in Unix seconds. */
export function dueNextShift(one: Case, now: number): number | null {
  const step = nextStep(one);
  return step && step.at <= now + SHIFT ? step.at : null;
}

/**
 * What a member may hand over, of cases in the order of the list: theirs, what is due first before the rest, and then what
 * nobody has. Not what they already hand over.
 */
export function toHandOver(
  cases: readonly Case[],
  pending: readonly Pending[],
  me: string,
  now: number,
): { mine: Case[]; free: Case[] } {
  const handed = new Set(
    pending.flatMap(({ handover }) => (handover.from.id === me ? [handover.thread] : [])),
  );
  const open = cases.filter(
    (one) => canBeChanged(one) && one.row.state !== 'closed' && !handed.has(one.row.id),
  );
  const due = (one: Case) => dueNextShift(one, now) ?? Number.MAX_SAFE_INTEGER;
  return {
    mine: open.filter((one) => ownerOf(one)?.id === me).sort((a, b) => due(a) - due(b)),
    free: open.filter(isUnowned),
  };
}
