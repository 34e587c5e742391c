import type { Handoff } from '../protocol/items/kinds/handoff.ts';
import type { Say } from './say.ts';

/** To whom something is passed on, in words. */
export function partnerName({ to, toName }: Pick<Handoff, 'to' | 'toName'>, say: Say): string {
  return toName || say(`passOn.partner.${to}`);
}
