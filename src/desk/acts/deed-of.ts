import type { Deed } from '../../protocol/items/kinds/act.ts';
import type { Stand } from '../state/stand.ts';

/** What a member's trail says of how they left a case: what they did, and who has it by that. */
export type StandDeed = { did: Deed; to?: string };

/** What was done to a case that stood so and now stands so. Where it changed hands, `to` is who has it, be it the member. */
export function deedOf(before: Stand, after: Stand): StandDeed {
  if ((after.same?.length ?? 0) > (before.same?.length ?? 0)) return { did: 'merged' };
  if (after.closed && !before.closed) return { did: 'closed' };
  if (before.closed && !after.closed) return { did: 'reopened' };
  const { owner } = after;
  if (owner?.id !== before.owner?.id) return owner ? { did: 'gave', to: owner.id } : { did: 'gave-back' };
  return { did: after.urgency !== before.urgency || after.reason !== before.reason ? 'urgency' : 'planned' };
}
