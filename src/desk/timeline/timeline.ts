import type { Call } from '../../protocol/items/kinds/call.ts';
import type { Link, State } from '../../protocol/items/kinds/state.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { ThreadEntry } from '../entries/load-entries.ts';
import type { HandedOn, Stage } from '../pass-on/handed.ts';
import { newlyLinked } from '../state/newly-linked.ts';
import type { Thread, ThreadMessage } from '../thread/load-thread.ts';
import type { OpeningFault } from '../vault/requests.ts';

/** What a member changed of a case by one state. */
export type Act =
  | { kind: 'taken' | 'given-back' | 'reopened' | 'step-done' }
  | { kind: 'given'; to: string }
  | { kind: Link['as'] | 'unlinked'; id: string }
  | { kind: 'closed'; outcome: NonNullable<State['closed']>['outcome']; reason?: string | undefined }
  | { kind: 'next'; next: NonNullable<State['next']> }
  | { kind: 'waiting'; what: string }
  | { kind: 'urgency'; urgency: NonNullable<State['urgency']>; reason?: string | undefined };

/** One thing that happened in a thread. `at`: when the worker had it, Unix seconds. `by`: the member who did it. */
export type Happened = { id: string; at: number } & (
  | { kind: 'message'; message: ThreadMessage }
  | { kind: 'note'; by: Member | null; text: string }
  | { kind: 'call'; by: Member | null; call: Call }
  | { kind: 'acts'; by: Member | null; acts: Act[] }
  | { kind: 'passed'; by: Member | null; stage: Stage; to: HandedOn['item'] }
  | { kind: 'unopened'; by: Member | null; code: OpeningFault }
);

/** What one state changed of the one before it (null: there was none). */
export function actsOf(before: State | null, after: State, by: Member | null): Act[] {
  const acts: Act[] = [];
  const [had, has] = [before?.owner?.id, after.owner];
  if (had !== has?.id) {
    if (!has) acts.push({ kind: 'given-back' });
    else acts.push(has.id === by?.id ? { kind: 'taken' } : { kind: 'given', to: has.name });
  }
  if (after.closed && after.closed.outcome !== before?.closed?.outcome)
    acts.push({ kind: 'closed', ...after.closed });
  if (!after.closed && before?.closed) acts.push({ kind: 'reopened' });
  const { linked, parted } = newlyLinked(before ?? {}, after);
  acts.push(...linked.map(({ as, id }) => ({ kind: as, id })));
  acts.push(...parted.map(({ id }) => ({ kind: 'unlinked', id }) as const));
  const { next, waitingFor, urgency, reason } = after;
  const isNew = next && (next.at !== before?.next?.at || next.what !== before.next.what);
  if (isNew) acts.push({ kind: 'next', next });
  if (waitingFor !== undefined && waitingFor !== before?.waitingFor) {
    acts.push({ kind: 'waiting', what: waitingFor });
  }
  const planned = (state: State | null) => state?.next !== undefined || state?.waitingFor !== undefined;
  // Who closes a case or gives it back leaves nothing to be done, and says so.
  if (planned(before) && !planned(after) && has && !after.closed) acts.push({ kind: 'step-done' });
  if (urgency && (urgency !== before?.urgency || reason !== before.reason))
    acts.push({ kind: 'urgency', urgency, reason });
  return acts;
}

/** What entries tell, in their order. */
function told(entries: readonly ThreadEntry[]): Happened[] {
  let before: State | null = null;
  return entries.flatMap(({ row: { id, at, member: by }, opened }): Happened[] => {
    if (!opened.ok) return [{ kind: 'unopened', id, at, by, code: opened.code }];
    const { item } = opened;
    if (item.kind === 'note') return [{ kind: 'note', id, at, by, text: item.text }];
    if (item.kind === 'call') return [{ kind: 'call', id, at, by, call: item }];
    if (item.kind !== 'state') return [{ kind: 'unopened', id, at, by, code: 'item_unknown' }];
    const acts = actsOf(before, item, by);
    before = item;
    return acts.length > 0 ? [{ kind: 'acts', id, at, by, acts }] : [];
  });
}

/**
 * All that happened in a thread, oldest first: what both sides wrote and what the desk kept. Each of the two stays in its own
 * order, whatever their clocks say; within a second what the desk did comes first, since who answers has taken it.
 */
export function timelineOf({ messages, entries }: Pick<Thread, 'messages' | 'entries'>): Happened[] {
  const kept = told(entries);
  const all: Happened[] = [];
  let at = 0;
  for (const message of messages) {
    for (; at < kept.length && (kept[at]?.at ?? 0) <= message.row.at; at++)
      all.push(...kept.slice(at, at + 1));
    all.push({ kind: 'message', id: message.row.id, at: message.row.at, message });
  }
  return [...all, ...kept.slice(at)];
}

/** The calls that were made in a thread and the times that its number was opened behind the guard, newest first. */
export function callsIn(happened: readonly Happened[]): Extract<Happened, { kind: 'call' }>[] {
  return happened.filter((one) => one.kind === 'call').reverse();
}
