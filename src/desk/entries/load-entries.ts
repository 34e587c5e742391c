import type { EntryRow } from '../../protocol/wire/api/entries.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';
import type { Opened, Sealed } from '../vault/requests.ts';

/** What the desk keeps for itself in a thread: the row of the worker, and what was inside. */
export type ThreadEntry = { row: EntryRow; opened: Opened };

/**
 * Fetches what a thread has of entries before its `newest`, which came with it, and opens them all; oldest first. What is
 * `known` from before is taken as it was read then. Where the worker gives none before a number that is not the first, the
 * gap stays to be seen.
 */
export async function loadEntries(
  api: Api,
  vault: VaultClient,
  thread: string,
  newest: readonly EntryRow[],
  known: readonly ThreadEntry[] = [],
): Promise<{ ok: true; entries: ThreadEntry[] } | { ok: false; fault: DeskFault }> {
  let rows = [...newest];
  const before = () => rows[0]?.seq ?? 1;
  const isKnown = () => known.some(({ row }) => row.seq === before() - 1);
  while (before() > 1 && !isKnown()) {
    const older = await api.entries(thread, before());
    if (!older.ok) return { ok: false, fault: older };
    const fitting = older.value.entries.filter(({ seq }) => seq < before());
    if (fitting.length === 0) break;
    rows = [...fitting, ...rows];
  }
  const kept = known.filter(({ row }) => row.seq < before());
  const opening = await vault.open(
    rows.map(({ id, envelope }): Sealed => ({ from: 'centre', thread, id, envelope })),
  );
  if (!opening.ok) return { ok: false, fault: opening };
  const opened = rows.map(
    (row, at): ThreadEntry => ({
      row,
      opened: opening.opened[at] ?? { ok: false, code: 'box_broken', digest: '' },
    }),
  );
  return { ok: true, entries: [...kept, ...opened] };
}
