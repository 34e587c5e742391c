import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import type { VaultClient } from '../vault/client.ts';
import type { HandedOn } from './handed.ts';

/**
 * What of a thread was passed on, newest first: fetched at once, since its row says nothing of what was revoked, and whenever
 * that changes.
 */
export function useHandoffs(api: Api, vault: VaultClient, { id, handed }: Pick<ThreadRow, 'id' | 'handed'>) {
  const [handoffs, setHandoffs] = useState<readonly HandedOn[]>([]);
  const turn = useRef(0);
  const version = handed && JSON.stringify(handed);

  const load = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const found = await api.handoffs(id);
    if (!found.ok) return;
    const rows = found.value.handoffs;
    const opening = await vault.open(
      rows.map((row) => ({ from: 'centre', thread: id, id: row.id, envelope: row.own })),
    );
    if (mine !== turn.current || !opening.ok) return;
    setHandoffs(
      rows.map((row, at) => {
        const opened = opening.opened[at];
        return { row, item: opened?.ok && opened.item.kind === 'handed' ? opened.item : null };
      }),
    );
  }, [api, vault, id]);

  useEffect(() => void load(), [load, version]);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  return { handoffs, load };
}

/** What of a thread was passed on, and what asks for it again. */
export type Handoffs = ReturnType<typeof useHandoffs>;
