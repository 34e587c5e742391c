import type { By } from '../../protocol/items/by.ts';
import type { Text } from './text.ts';

/** With whom a case is, in words; null where it is with nobody. `me`: the id of the member who reads it. */
export function ownerText(owner: By | null | undefined, me: string, text: Text): string | null {
  if (!owner) return null;
  return owner.id === me ? text('row.mine') : text('row.taken', { name: owner.name });
}
