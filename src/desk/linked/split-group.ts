import type { By } from '../../protocol/items/by.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import type { RegisterCard } from '../../protocol/items/register.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { type Case, caseUrgency } from '../inbox/cases.ts';
import { sealState } from '../state/seal-state.ts';
import { givenTo, type Stand, standOf, UNTOUCHED } from '../state/stand.ts';
import type { VaultClient } from '../vault/client.ts';
import type { Beginning } from '../vault/requests.ts';
import type { Others } from './other-field.tsx';

/** How many cases to begin, and of how many people among them is known that they are under 18. */
export type Split = { count: number; minors: number };

/** The cases that were begun of people of the group of another, be they linked or not. */
export function partsOf(id: string, others: Others): string[] {
  return others.flatMap(({ one: { row, opened } }) =>
    opened.ok && opened.item.kind === 'referral' && opened.item.of === id ? [row.id] : [],
  );
}

/** What of a card is so of everybody in the group. */
const shared = ({ origin, forms, district }: RegisterCard): RegisterCard => ({
  ...(origin && { origin }),
  ...(forms && { forms }),
  ...(district && { district }),
});

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

/**
 * Begins a case for some people of the group that a referral is about, one after the other. Each has what was chosen for them
 * all and no word of who wrote: these stay where that one can delete them. `why`: the reason for its urgency. Gives
 * the ids of those that were begun, and why no more were.
 */
export async function splitGroup(
  api: Api,
  vault: VaultClient,
  group: Case,
  referral: Referral,
  { split: { count, minors }, me, why }: { split: Split; me: By; why: string },
): Promise<{ begun: string[]; fault: DeskFault | null }> {
  const { danger, when, speaks, formLanguage } = referral;
  const stand = beginningStand(group, me, why);
  const begun: string[] = [];
  while (begun.length < count) {
    const beginning: Beginning = {
      ...{ of: group.row.id, danger, formLanguage, age: begun.length < minors ? 'minor' : 'unsaid' },
      ...(when && { when }),
      ...(speaks && speaks !== 'other' && { speaks }),
    };
    const first = await vault.begin(beginning);
    if (!first.ok) return { begun, fault: first };
    const { id, mailbox, envelope, digest } = first;
    const state = await sealState(vault, id, { mailbox, digest, key: 0 }, { seq: 1, prev: null }, stand);
    if (!state.ok) return { begun, fault: state };
    const answer = await api.begin(id, { envelope, entry: state.entry });
    if (!answer.ok) return { begun, fault: answer };
    begun.push(id);
  }
  return { begun, fault: null };
}
