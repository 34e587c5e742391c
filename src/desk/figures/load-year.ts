import type { Tally } from '../../protocol/items/kinds/tally.ts';
import type { AskTallies, TallyRow } from '../../protocol/wire/api/tallies.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { keptFor } from '../kept/kept.ts';
import type { VaultClient } from '../vault/client.ts';

/** A year's tallies as they were opened, and how many could not be. */
export type YearTallies = { tallies: Tally[]; broken: number };

/** How many the vault opens at once: so few that it can do something else in between, and tell how far it is. */
const BATCH = 50;

/** What was opened, by the id of its row, for as long as the vault is: the envelope, and null where no tally was in it. */
const openedWith = keptFor(
  (_vault: VaultClient) => new Map<string, { envelope: string; tally: Tally | null }>(),
);

/** Opens those of a page that were not opened before. Gives why not, where the vault could not. */
async function openRows(
  vault: VaultClient,
  rows: readonly TallyRow[],
  onBatch: (count: number) => void,
): Promise<DeskFault | null> {
  const kept = openedWith(vault);
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const fresh = batch.filter(({ id, envelope }) => kept.get(id)?.envelope !== envelope);
    const opening = await vault.open(
      fresh.map(({ id, envelope }) => ({ from: 'centre', thread: id, id, envelope })),
    );
    if (!opening.ok) return opening;
    for (const [at, { id, month, envelope }] of fresh.entries()) {
      const one = opening.opened[at];
      // A row that says another month than its tally is no tally that a member stored so.
      const tally = one?.ok && one.item.kind === 'tally' && one.item.month === month ? one.item : null;
      kept.set(id, { envelope, tally });
    }
    onBatch(batch.length);
  }
  return null;
}

/**
 * Fetches the tallies of a year and opens them, each once, page by page; those that don't open are counted. `onMore` hears how many
 * have been looked at so far.
 */
export async function loadYear(
  api: Api,
  vault: VaultClient,
  year: number,
  onMore: (count: number) => void = () => {},
): Promise<({ ok: true } & YearTallies) | { ok: false; fault: DeskFault }> {
  const rows: TallyRow[] = [];
  const known = new Set<string>();
  let done = 0;
  for (let after: AskTallies['after'], more = true; more; ) {
    const answer = await api.tallies({ year, ...(after && { after }) });
    if (!answer.ok) return { ok: false, fault: answer };
    const given = answer.value.tallies.filter(({ id }) => !known.has(id));
    for (const { id } of given) known.add(id);
    const fault = await openRows(vault, given, (count) => {
      done += count;
      onMore(done);
    });
    if (fault) return { ok: false, fault };
    rows.push(...given);
    after = answer.value.next;
    // A worker that gives the same for ever must not hold the desk up.
    more = after !== undefined && given.length > 0;
  }
  const kept = openedWith(vault);
  const tallies = rows.flatMap(({ id }) => kept.get(id)?.tally ?? []);
  return { ok: true, tallies, broken: rows.length - tallies.length };
}
