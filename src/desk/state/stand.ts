import type { By } from '../../protocol/items/by.ts';
import type { FirstItem } from '../../protocol/items/item.ts';
import type { Link, State } from '../../protocol/items/kinds/state.ts';
import { MOST_LINKED } from '../../protocol/items/most-linked.ts';
import type { RegisterCard } from '../../protocol/items/register.ts';
import type { SaidState } from './fits.ts';

/** How a case stands, as a member leaves it: a state without its place. */
export type Stand = Omit<State, 'v' | 'kind' | 'thread' | 'id' | 'seq' | 'prev' | 'at' | 'pins'>;

/** How urgent a member says that a case is. */
export type ByHand = NonNullable<State['urgency']>;

/** How a case ended. */
export type Ending = NonNullable<State['closed']>;

/** How a case stands of which nobody has said anything. */
export const UNTOUCHED: Stand = { owner: null, closed: null };

/** How a case stands by what a member said last. */
export function standOf(said: SaidState | null): Stand {
  if (!said) return UNTOUCHED;
  const { v, kind, thread, id, seq, prev, at, pins, ...stand } = said.item;
  return stand;
}

/** An object with its keys in one order, so that the same is written the same. */
const inOrder = (_: string, value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Whether a case stands one way as it stands the other. */
export const isSameStand = (one: Stand, other: Stand): boolean =>
  JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);

/** The same with nothing to come. */
function withoutStep({ next, waitingFor, plannedAt, ...stand }: Stand): Stand {
  return stand;
}

const named = ({ id, name }: By): By => ({ id, name });

/** Taken, or given to a colleague, who goes on where the last one was. */
export function givenTo(stand: Stand, to: By): Stand {
  return { ...stand, owner: named(to), closed: null };
}

/** Given back: anybody may take it, and nobody is left to do what was planned. */
export function givenBack(stand: Stand): Stand {
  return { ...withoutStep(stand), owner: null, closed: null };
}

/** Who plans, and the revision of the thread that they have before them. */
export type Planning = { me: By; rev: number };

const planned = (stand: Stand, { me, rev }: Planning): Stand => ({
  ...withoutStep(stand),
  owner: stand.owner ?? named(me),
  closed: null,
  plannedAt: rev,
});

/** To be gone on with at a time (Unix seconds), whoever plans that having it where nobody does. */
export function continuedAt(stand: Stand, by: Planning, at: number, what: string): Stand {
  return { ...planned(stand, by), next: { at, what } };
}

/** Waiting for somebody, without a time. */
export function waitingFor(stand: Stand, by: Planning, what: string): Stand {
  return { ...planned(stand, by), waitingFor: what };
}

/** With nothing planned any more: what was to be done is. */
export function stepDone(stand: Stand): Stand {
  return withoutStep(stand);
}

/** Closed, with its card where there is one. Its owner stays, to whom it comes back when the person writes. */
export function closedAs(stand: Stand, me: By, ending: Ending, card?: RegisterCard): Stand {
  const owner = stand.owner ?? named(me);
  return { ...withoutStep(stand), owner, closed: ending, ...(card && { card }) };
}

/** With a link to another case, in the place of one that it had. */
export function linkedTo(stand: Stand, link: Link): Stand {
  return { ...stand, linked: [...(stand.linked ?? []).filter(({ id }) => id !== link.id), link] };
}

/** With no link to another case any more. */
export function partedFrom({ linked = [], ...stand }: Stand, id: string): Stand {
  const rest = linked.filter((one) => one.id !== id);
  return { ...stand, ...(rest.length > 0 && { linked: rest }) };
}

/** Whether a case has as many links as a state holds: none of them may fall out for another. */
export function isFull({ linked = [] }: Pick<Stand, 'linked'>): boolean {
  return linked.length >= MOST_LINKED;
}

/** Open again, with who opened it. */
export function reopened(stand: Stand, me: By): Stand {
  return givenTo(stand, me);
}

/**
 * Whether somebody is said to be under 18, the person or one of their group, or in what was merged into it: then nobody
 * may let it wait beyond today.
 */
export function isMinor(item: FirstItem, { linked = [] }: Pick<Stand, 'linked'>): boolean {
  if (linked.some(({ minor }) => minor)) return true;
  return item.kind === 'referral' && (item.age === 'minor' || (item.work?.minors ?? 0) > 0);
}

/** How soon a case may be said to be at the least, most urgent first. */
export function allowedByHand(item: FirstItem, stand: Pick<Stand, 'linked'>): readonly ByHand[] {
  return isMinor(item, stand) ? ['now', 'today'] : ['now', 'today', 'week', 'advice'];
}

/**
 * With an urgency by hand and why, which is also that of what was merged into it; `minor` where that would let somebody
 * under 18 wait, `reason` where there is none.
 */
export function urgencySet(
  stand: Stand,
  item: FirstItem,
  urgency: ByHand,
  reason: string,
): { ok: true; stand: Stand } | { ok: false; code: 'minor' | 'reason' } {
  if (!allowedByHand(item, stand).includes(urgency)) return { ok: false, code: 'minor' };
  if (reason.trim() === '') return { ok: false, code: 'reason' };
  const linked = stand.linked?.map(({ urgency: _, ...link }) => link);
  return { ok: true, stand: { ...stand, ...(linked && { linked }), urgency, reason: reason.trim() } };
}
