import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { brusselsTime } from '../clock/brussels-time.ts';
import type { VaultClient } from '../vault/client.ts';
import type { Case } from './cases.ts';
import { loadClosed } from './loading/load-closed.ts';

/** What was closed in the month that is looked at; `cases` null while it is fetched. `month` as `202611`. */
export type ClosedList = {
  month: number;
  cases: readonly Case[] | null;
  more: boolean;
  fault: DeskFault | null;
};

/** The month in Brussels at a moment in Unix seconds, as `202611`. */
function monthOf(at: number): number {
  const { year, month } = brusselsTime(at);
  return year * 100 + month;
}

/** The month that is so many months later. */
function later(yearAndMonth: number, by: number): number {
  const months = Math.floor(yearAndMonth / 100) * 12 + (yearAndMonth % 100) - 1 + by;
  return Math.floor(months / 12) * 100 + (months % 12) + 1;
}

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
    void loadClosed(api, vault, month).then((loaded) => {
      if (over) return;
      setClosed(
        loaded.ok
          ? { month, cases: loaded.cases, more: loaded.more, fault: null }
          : { month, cases: null, more: false, fault: loaded.fault },
      );
    });
    return () => {
      over = true;
    };
  }, [api, vault, month, version]);
  const look = useCallback(
    (by: number) =>
      setClosed((before) => {
        const shown = before ? later(before.month, by) : monthOf(now);
        return { month: shown, cases: null, more: false, fault: null };
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
  return { closed, look, leave, drop, isLast: month !== undefined && month >= monthOf(now) };
}
export type ClosedMonth = ReturnType<typeof useClosed>;
