import type { FirstItem } from '../../protocol/items/item.ts';
import type { State } from '../../protocol/items/kinds/state.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import { keptFor } from '../kept/kept.ts';
import type { FirstRead, SaidState } from '../state/fits.ts';
import { allowedByHand, isMinor } from '../state/stand.ts';
import type { OpeningFault } from '../vault/requests.ts';
import { dueAt, inDanger, URGENCIES, type Urgency, urgencyOf } from './urgency.ts';

/**
 * What the vault made of a thread's first envelope: a referral or request, the place of its key in the vault, its digest,
 * and whether its mailbox is one to which nothing may be boxed; or why it can't be read.
 */
export type OpenedFirst =
  | { ok: true; item: FirstItem; key: number; digest: string; weak?: true }
  | { ok: false; code: OpeningFault };

/** What was read in an envelope that began a thread. */
export function firstRead({ item, key, digest }: Extract<OpenedFirst, { ok: true }>): FirstRead {
  return { mailbox: item.mailbox, key, digest };
}

/**
 * Why a row is not to be believed. `replaced`: under its id lies another envelope than the one that was opened. `redated`:
 * it is said to have come at another time than before. `vanished`: it is gone, and nothing says that anybody of the desk or
 * the person did it. `unfit`: who has it, or that it is closed or thrown away, is not what a member said.
 */
export type Doubt = 'replaced' | 'redated' | 'vanished' | 'unfit';

/**
 * A thread as the desk works with it: the row of the worker, what was inside when it was first opened, and what a member
 * said last of it (left out while that has not come). The worker calls each a referral, since it can't tell.
 */
export type Case = {
  row: ThreadRow;
  opened: OpenedFirst;
  said?: SaidState | null | undefined;
  doubt?: Doubt | undefined;
};

/** Whether a case is a request. One that can't be opened counts as a referral: it might be one. */
export function isRequest({ opened }: Case): boolean {
  return opened.ok && opened.item.kind === 'request';
}

/** Whether a case is about one person of a group, begun at the desk: it came from nobody outside, and nobody reads an answer. */
export function isOneOfGroup({ opened }: Pick<Case, 'opened'>): boolean {
  return opened.ok && 'of' in opened.item;
}

/**
 * Who has a case, by the name that they sealed with taking it and not the one that the store has now; nobody where the worker
 * says so and no member does.
 */
export function ownerOf({ row, said, doubt }: Case): Member | undefined {
  return doubt === 'unfit' ? undefined : (said?.item.owner ?? row.takenBy);
}

/** Whether nobody has a case yet. */
export function isUnowned(one: Case): boolean {
  return ownerOf(one) === undefined;
}

/** Whether a case can be taken: nobody has it, it can be read, and it is what it was. */
export function canBeTaken(one: Case): boolean {
  return canBeChanged(one) && one.row.state !== 'closed' && isUnowned(one);
}

/** Whether a member can say anything of a case: it can be read, and is what it was. */
export function canBeChanged({ opened, doubt }: Case): boolean {
  return opened.ok && doubt === undefined;
}

/** What a member said last of a case; null where nobody did, or the row does not fit it. */
export function saidOf({ said, doubt }: Case): State | null {
  return said && doubt !== 'unfit' ? said.item : null;
}

/**
 * The urgency by which a case is sorted and due: as a member said, where they may, and as its answers say, or what was merged
 * into it. One that can't be read has none of its own and is never late.
 */
export function caseUrgency(one: Case): Urgency | null {
  if (!one.opened.ok) return null;
  const { item } = one.opened;
  const { urgency: byHand, linked } = saidOf(one) ?? {};
  const own =
    byHand !== undefined && allowedByHand(item, { linked }).includes(byHand) ? byHand : urgencyOf(item);
  // What was merged into it is no less urgent for that.
  const all = [own, ...(linked?.map(({ urgency }) => urgency) ?? [])];
  return URGENCIES.find((urgency) => all.includes(urgency)) ?? own;
}

/** Whether somebody is in danger, as its answers say or those of what was merged into it. */
export function hasDanger(one: Case): boolean {
  if (!one.opened.ok) return false;
  return inDanger(one.opened.item) || (saidOf(one)?.linked ?? []).some(({ danger }) => danger);
}

/** Whether somebody is under 18, in what it says or in what was merged into it. */
export function hasMinor(one: Case): boolean {
  return one.opened.ok && isMinor(one.opened.item, saidOf(one) ?? {});
}

/** Whether somebody is in danger and nobody of the desk has the case: the only thing that is red and first, always. */
export function isAlarm(one: Case): boolean {
  return hasDanger(one) && isUnowned(one);
}

/** Whether somebody must look now and nobody of the desk has the case: danger, or an answer that is asked for now. */
export function callsNow(one: Case): boolean {
  return caseUrgency(one) === 'now' && isUnowned(one);
}

/** When a case must be taken (Unix seconds); null once somebody has, and where it can't be read. */
export const caseDue = keptFor((one: Case): number | null => {
  const urgency = caseUrgency(one);
  return urgency !== null && isUnowned(one) ? dueAt(urgency, one.row.receivedAt) : null;
});

/**
 * Whether the reporter wrote after the desk last answered, or wrote again and was never answered. Planning what comes next
 * is an answer too, to all that who did had before them; whoever goes on with that plan afterwards has read no more.
 */
export function hasNews(one: Case): boolean {
  const { lastFromReporterRev, lastFromDeskRev } = one.row;
  if (lastFromReporterRev === undefined) return false;
  return lastFromReporterRev > Math.max(lastFromDeskRev ?? 0, saidOf(one)?.plannedAt ?? 0);
}

/** When somebody who has a case is to go on with it, and how; null where nothing is planned. */
export function nextStep(one: Case): NonNullable<State['next']> | null {
  return isUnowned(one) ? null : (saidOf(one)?.next ?? null);
}

/** Whether the time has come to go on with a case. `now` in Unix seconds. */
export function stepIsDue(one: Case, now: number): boolean {
  const step = nextStep(one);
  return step !== null && step.at <= now;
}

/** Whether a case waits, for a time or for somebody, and nothing calls for it now. */
function waits(one: Case, now: number): boolean {
  if (isUnowned(one) || hasNews(one)) return false;
  return nextStep(one) ? !stepIsDue(one, now) : saidOf(one)?.waitingFor !== undefined;
}

/**
 * Faults of an envelope that was made for a key of this vault and holds nothing: anybody can send such, and nobody can
 * ever read it.
 */
const JUNK: readonly OpeningFault[] = ['box_broken', 'item_malformed', 'envelope_size', 'envelope_text'];

/**
 * Faults of an envelope that opens and is no first item of its row: anybody can send such too, but it may hide somebody's
 * words, in a form that is newer than this page or in a row that was moved.
 */
const STRANGE: readonly OpeningFault[] = ['item_unknown', 'item_elsewhere'];

/** Whether nobody can ever read a case. */
export function isJunk({ opened }: Case): boolean {
  return !opened.ok && JUNK.includes(opened.code);
}

/** Whether a case opens and is nothing that this page knows: it may be somebody's words all the same. */
export function isStrange({ opened }: Case): boolean {
  return !opened.ok && STRANGE.includes(opened.code);
}

/** Whether a case may be thrown away: all that anybody can send. Where the vault lacks a key, never. */
export function canBeThrownAway(one: Case): boolean {
  return isJunk(one) || isStrange(one);
}

/** The groups of the list, in their order. */
export const GROUPS = ['ours', 'taken', 'waiting', 'locked', 'junk'] as const;

/**
 * `ours`: what nobody has, what has news, what is to be gone on with now, and what is not what it was. `taken`: what
 * somebody has. `waiting`: the same, until a time or for somebody. `locked`: what can't be read but may hold somebody's words. `junk`: what can't be read by anybody.
 */
export type Group = (typeof GROUPS)[number];

/** The group of a case at a time in Unix seconds. */
export function groupOf(one: Case, now: number): Group {
  if (!one.opened.ok) return isJunk(one) ? 'junk' : 'locked';
  if (isUnowned(one) || hasNews(one) || stepIsDue(one, now) || one.doubt !== undefined) return 'ours';
  return waits(one, now) ? 'waiting' : 'taken';
}

/** When something is to be done (Unix seconds): taking what nobody has, what was planned, or reading the news. */
const workDue = keptFor((one: Case): number => {
  const urgency = caseUrgency(one);
  if (urgency === null) return one.row.receivedAt;
  return (
    caseDue(one) ?? nextStep(one)?.at ?? dueAt(urgency, one.row.lastFromReporterAt ?? one.row.receivedAt)
  );
});

const urgencyRank = (one: Case) => URGENCIES.indexOf(caseUrgency(one) ?? 'advice');

const lastTouched = ({ row }: Case) =>
  Math.max(
    row.receivedAt,
    row.takenAt ?? 0,
    row.saidAt ?? 0,
    row.lastFromDeskAt ?? 0,
    row.lastFromReporterAt ?? 0,
  );

const stepAt = (one: Case) => nextStep(one)?.at ?? Number.MAX_SAFE_INTEGER;

/** By what the cases of a group are put in order, the smallest first; what comes first counts most. */
const ORDER: Record<Group, (one: Case) => readonly number[]> = {
  ours: (one) => [-Number(isAlarm(one)), urgencyRank(one), workDue(one)],
  // Nothing is waited for: what was worked on last is looked for first.
  taken: (one) => [-lastTouched(one)],
  // What comes first, and then what waits without a time.
  waiting: (one) => [stepAt(one)],
  // What anybody can send must not bury what waits for a key.
  locked: (one) => [Number(isStrange(one)), -one.row.receivedAt],
  junk: (one) => [-one.row.receivedAt],
};

type Placed = { one: Case; by: readonly number[] };

/** Equal in all else, the order of two desks must still be the same. */
function compare(a: Placed, b: Placed): number {
  const at = a.by.findIndex((number, place) => number !== b.by[place]);
  return at < 0 ? (a.one.row.id < b.one.row.id ? -1 : 1) : (a.by[at] ?? 0) - (b.by[at] ?? 0);
}

/** Cases in the order of a group. What each is placed by is looked up once, and not each time that two are compared. */
function inOrder(group: Group, cases: readonly Case[]): Case[] {
  const placed = cases.map((one) => ({ one, by: ORDER[group](one) }));
  return placed.sort(compare).map(({ one }) => one);
}

/**
 * Cases in their groups, each in the order in which to look at them. Danger that nobody has comes first, always: an
 * hour that has passed is never a reason to stand above it. `now` in Unix seconds.
 */
export function groupCases(cases: readonly Case[], now: number): Record<Group, Case[]> {
  const groups: Record<Group, Case[]> = { ours: [], taken: [], waiting: [], locked: [], junk: [] };
  for (const one of cases) groups[groupOf(one, now)].push(one);
  for (const group of GROUPS) groups[group] = inOrder(group, groups[group]);
  return groups;
}

/** All cases in the order of the list, from its top to its end. */
export function sortCases(cases: readonly Case[], now: number): Case[] {
  const groups = groupCases(cases, now);
  return GROUPS.flatMap((group) => groups[group]);
}
