import type { Link } from '../../protocol/items/kinds/state.ts';
import type { Stand } from './stand.ts';

/** With which cases one was linked, or otherwise than before, and from which it was parted, by what a member did. */
export function newlyLinked(
  { linked: had = [] }: Pick<Stand, 'linked'>,
  { linked: has = [] }: Pick<Stand, 'linked'>,
): { linked: Link[]; parted: Link[] } {
  const names = (links: readonly Link[], { id, as }: Link) =>
    links.some((one) => one.id === id && one.as === as);
  return {
    linked: has.filter((one) => !names(had, one)),
    parted: had.filter((one) => !has.some(({ id }) => id === one.id)),
  };
}
