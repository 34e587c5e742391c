import type { ReferralRow } from '../protocol/api.ts';
import type { FirstItem } from '../protocol/item.ts';
import { dueAt, URGENCIES, type Urgency, urgencyOf } from './urgency.ts';
import type { OpeningFault } from './vault/requests.ts';

/** What the vault made of a thread's first envelope: a referral, a request, or why it can't be read. */
export type OpenedFirst = { ok: true; item: FirstItem } | { ok: false; code: OpeningFault };

/**
 * A thread as the desk works with it: the row of the worker, and what was inside. The worker calls each a referral,
 * since it can't tell.
 */
export type Case = { row: ReferralRow; opened: OpenedFirst };

/** Whether a case is a request. One that can't be opened counts as a referral: it might be one. */
export function isRequest({ opened }: Case): boolean {
  return opened.ok && opened.item.kind === 'request';
}

/**
 * The urgency by which a case is sorted and due. One that can't be opened might be anything, so it must be looked at
 * today; it is not set above those that are known to be dangerous, because anybody can send what doesn't open.
 */
export function caseUrgency({ opened }: Case): Urgency {
  return opened.ok ? urgencyOf(opened.item) : 'today';
}

/** When a case must be acknowledged (Unix seconds); null once somebody has. */
export function caseDue(one: Case): number | null {
  return one.row.acknowledgedAt === null ? dueAt(caseUrgency(one), one.row.receivedAt) : null;
}

/** Whether the reporter wrote after the desk last answered, or wrote again and was never answered. */
export function hasNews({ row }: Case): boolean {
  if (row.lastFromReporterAt === null) return false;
  // Within one second nobody can say which came first: then it is shown, and read in vain at worst.
  return row.lastFromDeskAt === null || row.lastFromReporterAt >= row.lastFromDeskAt;
}

/** Cases in the order in which to look at them: overdue first, then by urgency, then the oldest. Unix seconds. */
export function sortCases(cases: readonly Case[], now: number): Case[] {
  const rank = (one: Case) => {
    const due = caseDue(one);
    return (due !== null && due <= now ? 0 : URGENCIES.length) + URGENCIES.indexOf(caseUrgency(one));
  };
  return cases
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank || a.one.row.receivedAt - b.one.row.receivedAt)
    .map(({ one }) => one);
}
