import { useCallback, useRef, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { Case } from '../inbox/cases.ts';
import { withClosed } from '../inbox/loading/closed-part.ts';
import type { VaultClient } from '../vault/client.ts';

/**
 * Gets cases by their ids, be they closed and in no list: `caseOf` gives one, null where it is gone; `openOther` opens one
 * (by `open`), or says why it can't. `known.current`: those that are here; `reached`: the last that was fetched.
 */
export function useReached(api: Api, vault: VaultClient, open: (id: string) => void) {
  const known = useRef<readonly Case[]>([]);
  const [reached, setReached] = useState<Case | null>(null);
  const reach = useCallback(
    async (id: string) => {
      // One of which nobody here knows yet how it stands is fetched, too.
      const one = known.current.find(({ row, said }) => row.id === id && said !== undefined);
      if (one) return { ok: true as const, one };
      return withClosed(({ loadCase }) => loadCase(api, vault, id));
    },
    [api, vault],
  );
  const caseOf = useCallback(
    async (id: string): Promise<Case | null> => {
      const found = await reach(id);
      return found.ok ? found.one : null;
    },
    [reach],
  );
  const openOther = useCallback(
    async (id: string): Promise<DeskFault | null> => {
      const found = await reach(id);
      if (!found.ok) return found.fault;
      setReached(found.one);
      open(id);
      return null;
    },
    [reach, open],
  );
  return { known, reached, caseOf, openOther };
}
