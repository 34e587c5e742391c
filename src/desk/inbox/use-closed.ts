import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { laterMonth, monthClosedAt } from '../clock/months.ts';
import type { VaultClient } from '../vault/client.ts';
import type { Case } from './cases.ts';
import { withClosed } from './loading/closed-part.ts';

/** What was closed in the month that is looked at; `cases` null while it is fetched. `month` as `2026-11`. */
export type ClosedList = {
  month: string;
  cases: readonly Case[] | null;
  more: boolean;
  missing: number;
  fault: DeskFault | null;
};

/** A month of which nothing has come. */
const looking = (month: string): ClosedList => ({ month, cases: null, more: false, missing: 0, fault: null });

/**
 * Fetches what was closed in a month, when it is asked for, and forgets it when it is not looked at any more: no device
 * holds more of it than that. `version` changes where it is to be fetched anew.
 */
export function useClosed(api: Api, vault: VaultClient, now: number, version: string) {
  const [closed, setClosed] = useState<ClosedList | null>(null);
  const month = closed?.month;
  useEffect(() => {
    if (month === undefined) return;
    let over = false;
    void withClosed(({ loadClosed }) => loadClosed(api, vault, month)).then((loaded) => {
      if (over) return;
      setClosed(
        loaded.ok
          ? { ...looking(month), cases: loaded.cases, more: loaded.more, missing: loaded.missing }
          : { ...looking(month), fault: loaded.fault },
      );
    });
    return () => {
      over = true;
    };
  }, [api, vault, month, version]);
  const look = useCallback(
    (by: number) =>
      setClosed((before) => {
        return looking(before ? laterMonth(before.month, by) : monthClosedAt(now));
      }),
    [now],
  );
  const leave = useCallback(() => setClosed(null), []);
  /** Forgets one that was deleted for good. */
  const drop = useCallback(
    (id: string) =>
      setClosed(
        (before) => before && { ...before, cases: before.cases?.filter(({ row }) => row.id !== id) ?? null },
      ),
    [],
  );
  return { closed, look, leave, drop, isLast: month !== undefined && month >= monthClosedAt(now) };
}
export type ClosedMonth = ReturnType<typeof useClosed>;
