import { useRef } from 'preact/hooks';
import type { Acts } from '../acts/use-acts.ts';
import type { Case } from '../inbox/cases.ts';
import type { CaseList } from '../inbox/use-cases.ts';
import type { ClosedMonth } from '../inbox/use-closed.ts';

type Where = {
  list: Pick<CaseList, 'cases'>;
  /** What was closed, while that is looked at. */
  month: Pick<ClosedMonth, 'closed'>;
  /** What was done last stays before the member who closed it. */
  acts: Pick<Acts, 'done'>;
  /** What was fetched by itself, since another case speaks of it. */
  reached: Case | null;
  /** The one that the person has deleted: nothing of it is shown or kept. */
  deleted: string | null;
};

/**
 * The case that is open, wherever it is found: in the list, as it was just left, among what was closed, as it was
 * fetched, or as it last was.
 * `isListed`: it still stands in the list.
 */
export function useOpenCase(id: string | null, { list, month, acts, reached, deleted }: Where) {
  const last = useRef<Case | null>(null);
  if (id === null || id === deleted) {
    last.current = null;
    return { found: null, isListed: false };
  }
  const isIt = (one: Case | null | undefined) => one?.row.id === id;
  const inList = list.cases.find(isIt);
  const found =
    inList ?? [acts.done?.one, month.closed?.cases?.find(isIt), reached, last.current].find(isIt) ?? null;
  last.current = found;
  return { found, isListed: inList !== undefined };
}
