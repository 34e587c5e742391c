import { useCallback, useEffect, useState } from 'preact/hooks';
import type { WaysBody } from '../../protocol/wire/api/ways.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';

/** The ways in of the member, and what asks for them again. Null until they are known. */
export type Ways = { known: WaysBody | null; fault: DeskFault | null; reload: () => Promise<void> };

/** Asks once for the ways in of the member who is signed in. */
export function useWays(api: Api): Ways {
  const [known, setKnown] = useState<WaysBody | null>(null);
  const [fault, setFault] = useState<DeskFault | null>(null);
  const reload = useCallback(async () => {
    const answer = await api.ways();
    if (answer.ok) setKnown(answer.value);
    setFault(answer.ok ? null : answer);
  }, [api]);
  useEffect(() => void reload(), [reload]);
  return { known, fault, reload };
}
