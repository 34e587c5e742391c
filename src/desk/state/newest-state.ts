import type { EntryRow } from '../../protocol/wire/api/entries.ts';
import { findRetired } from '../../protocol/wire/retired-keys.ts';
import type { Opened } from '../vault/requests.ts';
import type { FirstRead, SaidState } from './fits.ts';

/**
 * What a member said last of a thread, by its newest entries, oldest first, as they were opened; null where nobody has said
 * anything. `broken`: one of them is not what a member left there, or one between them is missing.
 */
export function newestState(
  rows: readonly EntryRow[],
  opened: readonly Opened[],
  first: FirstRead,
): SaidState | null | 'broken' {
  const isRetired = findRetired(first.key);
  let newest: SaidState | null = null;
  let before: { seq: number; digest: string | null } = { seq: (rows[0]?.seq ?? 1) - 1, digest: null };
  for (const [index, { id, seq }] of rows.entries()) {
    const one = opened[index];
    if (!one?.ok || isRetired(one.key) || seq !== before.seq + 1) return 'broken';
    const { item, digest, key } = one;
    // Those before the first that came are not known.
    const behind = index === 0 && seq > 1 ? undefined : before.digest;
    before = { seq, digest };
    if (item.kind !== 'state') continue;
    if (item.seq !== seq || (behind !== undefined && item.prev !== behind)) return 'broken';
    if (item.pins.first !== first.digest || item.pins.mailbox !== first.mailbox) return 'broken';
    newest = { id, digest, item, key };
  }
  return newest;
}
