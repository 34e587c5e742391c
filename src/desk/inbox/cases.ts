import type { FirstItem } from '../../protocol/items/item.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { FirstRead, SaidState } from '../state/fits.ts';
import type { OpeningFault } from '../vault/requests.ts';
import { dueAt, URGENCIES, type Urgency, urgencyOf } from './urgency.ts';

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

/** Who has a case; nobody where the worker says so and no member does. */
export function ownerOf({ row, doubt }: Case): Member | undefined {
  return doubt === 'unfit' ? undefined : row.takenBy;
}

/** Whether nobody has a case yet. */
export function isUnowned(one: Case): boolean {
  return ownerOf(one) === undefined;
}

/** Whether a case can be taken: nobody has it, it can be read, and it is what it was. */
export function canBeTaken(one: Case): boolean {
  return one.opened.ok && one.doubt === undefined && one.row.state === 'new' && isUnowned(one);
}

/** The urgency by which a case is sorted and due; one that can't be read has none of its own and is never late. */
export function caseUrgency({ opened }: Case): Urgency | null {
  return opened.ok ? urgencyOf(opened.item) : null;
}

/** Whether somebody is in danger and nobody of the desk has the case: the only thing that is red and first, always. */
export function isAlarm(one: Case): boolean {
  const { opened } = one;
  return opened.ok && opened.item.kind === 'referral' && opened.item.danger === 'yes' && isUnowned(one);
}

/** Whether somebody must look now and nobody of the desk has the case: danger, or an answer that is asked for now. */
export function callsNow(one: Case): boolean {
  return caseUrgency(one) === 'now' && isUnowned(one);
}

/** When a case must be taken (Unix seconds); null once somebody has, and where it can't be read. */
export function caseDue(one: Case): number | null {
  const urgency = caseUrgency(one);
  return urgency !== null && isUnowned(one) ? dueAt(urgency, one.row.receivedAt) : null;
}

/** Whether the reporter wrote after the desk last answered, or wrote again and was never answered. */
export function hasNews({ row }: Case): boolean {
  if (row.lastFromReporterAt === undefined) return false;
  // Within one second nobody can say which came first: then it is shown, and read in vain at worst.
  return row.lastFromDeskAt === undefined || row.lastFromReporterAt >= row.lastFromDeskAt;
}

/**
 * Faults of an envelope that was made for a key of this vault and holds nothing: anybody can send such, and nobody can
 * ever read it. All others may hide somebody's words: a key that the vault lacks, a form that is newer than this page,
 * a row that was moved.
 */
const JUNK: readonly OpeningFault[] = ['box_broken', 'item_malformed', 'envelope_size', 'envelope_text'];

/** Whether a case may be thrown away. */
export function isJunk({ opened }: Case): boolean {
  return !opened.ok && JUNK.includes(opened.code);
}

/** The groups of the list, in their order. */
export const GROUPS = ['ours', 'taken', 'locked', 'junk'] as const;

/**
 * `ours`: what nobody has, what has news, and what is not what it was. `taken`: what somebody has. `locked`: what can't be
 * read but may hold somebody's words. `junk`: what can't be read by anybody.
 */
export type Group = (typeof GROUPS)[number];

/** The group of a case. */
export function groupOf(one: Case): Group {
  if (!one.opened.ok) return isJunk(one) ? 'junk' : 'locked';
  return isUnowned(one) || hasNews(one) || one.doubt !== undefined ? 'ours' : 'taken';
}

/** When something is to be done (Unix seconds): taking what nobody has, or reading the news of what somebody has. */
function workDue(one: Case): number {
  const urgency = caseUrgency(one);
  if (urgency === null) return one.row.receivedAt;
  return caseDue(one) ?? dueAt(urgency, one.row.lastFromReporterAt ?? one.row.receivedAt);
}

const urgencyRank = (one: Case) => URGENCIES.indexOf(caseUrgency(one) ?? 'advice');

const lastTouched = ({ row }: Case) =>
  Math.max(row.receivedAt, row.takenAt ?? 0, row.lastFromDeskAt ?? 0, row.lastFromReporterAt ?? 0);

/** Equal in all else, the order of two desks must still be the same. */
const byId = (a: Case, b: Case) => (a.row.id < b.row.id ? -1 : 1);

const ORDER: Record<Group, (a: Case, b: Case) => number> = {
  ours: (a, b) =>
    Number(isAlarm(b)) - Number(isAlarm(a)) ||
    urgencyRank(a) - urgencyRank(b) ||
    workDue(a) - workDue(b) ||
    byId(a, b),
  // Nothing is waited for: what was worked on last is looked for first.
  taken: (a, b) => lastTouched(b) - lastTouched(a) || byId(a, b),
  locked: (a, b) => b.row.receivedAt - a.row.receivedAt || byId(a, b),
  junk: (a, b) => b.row.receivedAt - a.row.receivedAt || byId(a, b),
};

/**
 * Cases in their groups, each in the order in which to look at them. Danger that nobody has comes first, always: an
 * hour that has passed is never a reason to stand above it.
 */
export function groupCases(cases: readonly Case[]): Record<Group, Case[]> {
  const groups: Record<Group, Case[]> = { ours: [], taken: [], locked: [], junk: [] };
  for (const one of cases) groups[groupOf(one)].push(one);
  for (const group of GROUPS) groups[group].sort(ORDER[group]);
  return groups;
}

/** All cases in the order of the list, from its top to its end. */
export function sortCases(cases: readonly Case[]): Case[] {
  const groups = groupCases(cases);
  return GROUPS.flatMap((group) => groups[group]);
}
