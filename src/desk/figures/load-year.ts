import type { Tally } from '../../protocol/items/kinds/tally.ts';
import type { AskTallies } from '../../protocol/wire/api/tallies.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';

/** A year's tallies as they were opened, and how many could not be. */
export type YearTallies = { tallies: Tally[]; broken: number };

/** Fetches the tallies of a year and opens them, each once, page by page; those that don't open are counted. */
export async function loadYear(
  api: Api,
  vault: VaultClient,
  year: number,
): Promise<({ ok: true } & YearTallies) | { ok: false; fault: DeskFault }> {
  const tallies: Tally[] = [];
  const known = new Set<string>();
  let broken = 0;
  for (let after: AskTallies['after'], more = true; more; ) {
    const answer = await api.tallies({ year, ...(after && { after }) });
    if (!answer.ok) return { ok: false, fault: answer };
    const given = answer.value.tallies.filter(({ id }) => !known.has(id));
    for (const { id } of given) known.add(id);
    const opening = await vault.open(
      given.map(({ id, envelope }) => ({ from: 'centre', thread: id, id, envelope })),
    );
    if (!opening.ok) return { ok: false, fault: opening };
    for (const [at, opened] of opening.opened.entries()) {
      // A row that says another month than its tally is no tally that a member stored so.
      const own = opened.ok && opened.item.kind === 'tally' && opened.item.month === given[at]?.month;
      if (own && opened.item.kind === 'tally') tallies.push(opened.item);
      else broken++;
    }
    after = answer.value.next;
    // A worker that gives the same for ever must not hold the desk up.
    more = after !== undefined && given.length > 0;
  }
  return { ok: true, tallies, broken };
}
