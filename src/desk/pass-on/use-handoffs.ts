import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import { lastAsked } from '../api/last-asked.ts';
import type { VaultClient } from '../vault/client.ts';
import type { HandedOn } from './handed.ts';

/**
 * What of a thread was passed on, newest first: fetched at once, since its row says nothing of what was revoked, and whenever
 * that changes.
 */
export function useHandoffs(api: Api, vault: VaultClient, { id, handed }: Pick<ThreadRow, 'id' | 'handed'>) {
  const [handoffs, setHandoffs] = useState<readonly HandedOn[]>([]);
  const version = handed && JSON.stringify(handed);
  const loading = useMemo(
    () => lastAsked((found: readonly HandedOn[] | null) => found && setHandoffs(found)),
    [],
  );

  const load = useCallback(
    () =>
      loading.ask(async () => {
        const found = await api.handoffs(id);
        if (!found.ok) return null;
        const rows = found.value.handoffs;
        const opening = await vault.open(
          rows.map((row) => ({ from: 'centre', thread: id, id: row.id, envelope: row.own })),
        );
        if (!opening.ok) return null;
        return rows.map((row, at) => {
          const opened = opening.opened[at];
          return { row, item: opened?.ok && opened.item.kind === 'handed' ? opened.item : null };
        });
      }),
    [loading, api, vault, id],
  );

  useEffect(() => void load(), [load, version]);
  useEffect(() => loading.forget, [loading]);
  return { handoffs, load };
}

/** What of a thread was passed on, and what asks for it again. */
export type Handoffs = ReturnType<typeof useHandoffs>;
