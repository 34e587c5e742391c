import type { By } from '../../protocol/items/by.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import type { RegisterCard } from '../../protocol/items/register.ts';
import type { BeginCase } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { type Case, caseUrgency, hasDanger } from '../inbox/cases.ts';
import { sealState } from '../state/seal-state.ts';
import { givenTo, type Stand, standOf, UNTOUCHED } from '../state/stand.ts';
import type { VaultClient, VaultResult } from '../vault/client.ts';
import type { Beginning } from '../vault/requests.ts';
import type { Others } from './other-field.tsx';

/** How many cases to begin, and of how many people among them is known that they are under 18. */
export type Split = { count: number; minors: number };

/** A case that was sent, of which nobody knows whether it is stored: sent again just so, it is stored once. */
export type Pending = { id: string; body: BeginCase; minor: boolean };

/** The cases that were begun of people of the group of another, be they linked or not. */
export function begunOf(id: string, others: Others): Case[] {
  return others.flatMap(({ one }) =>
    one.opened.ok && one.opened.item.kind === 'referral' && one.opened.item.of === id ? [one] : [],
  );
}

/** What of a card is so of everybody in the group. */
const shared = ({ origin, forms, district }: RegisterCard): RegisterCard => ({
  ...(origin && { origin }),
  ...(forms && { forms }),
  ...(district && { district }),
});

type Splitting = { split: Split; me: By; why: string; pending: Pending | null };

/** How a case of one person of a group stands from its beginning: as urgent as that of the group, and linked with it. */
function beginningStand(group: Case, me: By, why: string): Stand {
  const urgency = caseUrgency(group);
  const { card } = standOf(group.said ?? null);
  return {
    ...givenTo(UNTOUCHED, me),
    ...(urgency && { urgency, reason: why }),
    ...(card && { card: shared(card) }),
    linked: [{ id: group.row.id, as: 'group' }],
  };
}

/** Seals what begins the case of one more person of a group, and how it stands. */
async function sealOne(
  vault: VaultClient,
  beginning: Beginning,
  stand: Stand,
): Promise<VaultResult<{ made: Pending }>> {
  const first = await vault.begin(beginning);
  if (!first.ok) return first;
  const { id, mailbox, envelope, digest } = first;
  const state = await sealState(vault, id, { mailbox, digest, key: 0 }, { seq: 1, prev: null }, stand);
  if (!state.ok) return state;
  const minor = beginning.age === 'minor';
  return { ok: true, made: { id, body: { envelope, entry: state.entry }, minor } };
}

/**
 * Begins a case for some people of the group that a referral is about, one after the other. Each has what was chosen for them
 * all and no word of who wrote: these stay where that one can delete them. `why`: the reason for its urgency; `pending`: what
 * an earlier try left. Gives the ids of those that were begun, why no more were, and what is pending.
 */
export async function splitGroup(
  api: Api,
  vault: VaultClient,
  group: Case,
  referral: Referral,
  { split: { count, minors }, me, why, ...left }: Splitting,
): Promise<{ begun: string[]; fault: DeskFault | null; pending: Pending | null }> {
  const { when, speaks, formLanguage } = referral;
  const chosen = {
    ...{ of: group.row.id, danger: hasDanger(group) ? ('yes' as const) : referral.danger, formLanguage },
    ...(when && { when }),
    ...(speaks && speaks !== 'other' && { speaks }),
  };
  const stand = beginningStand(group, me, why);
  const begun: string[] = [];
  let { pending } = left;
  while (begun.length < count) {
    const minor = begun.length < minors;
    // Who is under 18 has to be called so: what was sent of somebody else does not take their place.
    if (pending?.minor !== minor) {
      const sealed = await sealOne(vault, { ...chosen, age: minor ? 'minor' : 'unsaid' }, stand);
      if (!sealed.ok) return { begun, fault: sealed, pending };
      pending = sealed.made;
    }
    const answer = await api.begin(pending.id, pending.body);
    if (!answer.ok) return { begun, fault: answer, pending };
    begun.push(pending.id);
    pending = null;
  }
  return { begun, fault: null, pending: null };
}
