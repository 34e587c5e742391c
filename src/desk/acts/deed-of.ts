import type { Deed } from '../../protocol/items/kinds/act.ts';
import { newlyLinked } from '../state/newly-linked.ts';
import type { Stand } from '../state/stand.ts';

/** What a member's trail says of how they left a case: what they did, and who has it by that. */
export type StandDeed = { did: Deed; to?: string };

/** What was done to a case that stood so and now stands so. Where it changed hands, `to` is who has it, be it the member. */
export function deedOf(before: Stand, after: Stand): StandDeed {
  const { linked, parted } = newlyLinked(before, after);
  if (linked.length > 0) return { did: linked.some(({ as }) => as !== 'group') ? 'merged' : 'linked' };
  if (after.closed && !before.closed) return { did: 'closed' };
  if (before.closed && !after.closed) return { did: 'reopened' };
  const { owner } = after;
  if (owner?.id !== before.owner?.id) return owner ? { did: 'gave', to: owner.id } : { did: 'gave-back' };
  if (parted.length > 0) return { did: 'unlinked' };
  return { did: after.urgency !== before.urgency || after.reason !== before.reason ? 'urgency' : 'planned' };
}
