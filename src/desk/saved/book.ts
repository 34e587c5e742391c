import type { Saved } from '../../protocol/items/kinds/saved.ts';
import type { SavedRow } from '../../protocol/wire/api/saved.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { keptFor } from '../kept/kept.ts';
import type { VaultClient } from '../vault/client.ts';

/** What a member writes of a saved answer. */
export type Written = Pick<Saved, 'name' | 'says'>;

/** A saved answer as it was read: its id, the revision that a change must name, and who wrote it so. */
export type SavedAnswer = Written & Pick<Saved, 'id' | 'by'> & { rev: number };

/** The answers that the team has saved, by name, and how many can't be read. */
export type Book = { answers: readonly SavedAnswer[]; broken: number };

/** What was fetched and opened, by id, for as long as the vault is: null where an envelope holds no saved answer. */
const openedWith = keptFor((_vault: VaultClient) => new Map<string, { row: SavedRow; item: Saved | null }>());

/** What is known of the saved answers; empty before they were asked for. */
export function knownBook(vault: VaultClient): Book {
  const rows = [...openedWith(vault).values()].filter(({ row }) => row.envelope !== undefined);
  const answers = rows.flatMap(({ row, item }): SavedAnswer[] =>
    item ? [{ id: row.id, rev: row.rev, name: item.name, says: item.says, by: item.by }] : [],
  );
  return {
    answers: answers.sort((one, other) => one.name.localeCompare(other.name)),
    broken: rows.length - answers.length,
  };
}

/** Opens rows that came, and remembers them. Gives why not, where the vault could not. */
async function learn(vault: VaultClient, rows: readonly SavedRow[]): Promise<DeskFault | null> {
  const sealed = rows.flatMap(({ id, envelope }) =>
    envelope === undefined ? [] : [{ from: 'centre' as const, thread: id, id, envelope }],
  );
  const opening = await vault.open(sealed);
  if (!opening.ok) return opening;
  const items = new Map(sealed.map(({ id }, at) => [id, opening.opened[at]]));
  for (const row of rows) {
    const one = items.get(row.id);
    openedWith(vault).set(row.id, { row, item: one?.ok && one.item.kind === 'saved' ? one.item : null });
  }
  return null;
}

/** Asks for what changed of the saved answers since they were last asked for, and opens it. */
export async function loadBook(
  api: Pick<Api, 'saved'>,
  vault: VaultClient,
): Promise<{ ok: true; book: Book } | { ok: false; fault: DeskFault }> {
  let since = Math.max(0, ...[...openedWith(vault).values()].map(({ row }) => row.changed));
  for (let more = true; more; ) {
    const answer = await api.saved(since);
    if (!answer.ok) return { ok: false, fault: answer };
    const { saved } = answer.value;
    const fault = await learn(vault, saved);
    if (fault) return { ok: false, fault };
    const newest = Math.max(since, ...saved.map(({ changed }) => changed));
    // A worker that gives the same for ever must not hold the desk up.
    more = answer.value.more && newest > since;
    since = newest;
  }
  return { ok: true, book: knownBook(vault) };
}
