import { useMemo } from 'preact/hooks';
import type { Case } from '../inbox/cases.ts';
import { references } from './reference.ts';

/** What members call each case that is known, and the one that was found: just closed, it stands in no list. */
export function useNames(known: readonly Case[], found: Case | null): ReadonlyMap<string, string> {
  const alone = found?.row.id;
  return useMemo(() => {
    const ids = known.map(({ row }) => row.id);
    return references([...new Set(alone === undefined ? ids : [...ids, alone])]);
  }, [known, alone]);
}
