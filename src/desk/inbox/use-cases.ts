import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import { THROWN_KEPT, type Thrown } from '../../protocol/wire/api/thrown.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { Session } from '../door/session.ts';
import { type Case, hasNews, isRequest } from './cases.ts';
import { loadCases } from './load-cases.ts';

const POLL = 20_000;

/** The list as it last came. Times in Unix seconds. */
export type CaseList = {
  cases: Case[];
  /** What was thrown away and can still be brought back, newest first. */
  thrown: Thrown[];
  /** When the list last came, by the worker's clock; null before it first does. */
  loadedAt: number | null;
  /** Seconds by which the worker's clock is ahead of this device's. */
  ahead: number;
  /** Why the last try to fetch it failed. */
  fault: DeskFault | null;
  /** How many referrals and requests, and whether messages, came with the last fetch. */
  arrived: { referrals: number; requests: number; news: boolean };
};

const NONE_ARRIVED: CaseList['arrived'] = { referrals: 0, requests: 0, news: false };

const NOTHING: CaseList = {
  cases: [],
  thrown: [],
  loadedAt: null,
  ahead: 0,
  fault: null,
  arrived: NONE_ARRIVED,
};

/** A fetch that was under way while the member changed a row brings the row as it was: the newer one stays. */
function keepNewer(fetched: Case[], known: readonly Case[]): Case[] {
  const revs = new Map(known.map((one) => [one.row.id, one]));
  return fetched.map((one) => {
    const before = revs.get(one.row.id);
    return before && before.row.rev > one.row.rev ? { ...one, row: before.row } : one;
  });
}

function whatArrived(fetched: readonly Case[], known: readonly Case[]): CaseList['arrived'] {
  const before = new Map(known.map((one) => [one.row.id, one]));
  const fresh = fetched.filter(({ row }) => !before.has(row.id));
  const news = fetched.some((one) => {
    const earlier = before.get(one.row.id);
    return earlier !== undefined && hasNews(one) && !hasNews(earlier);
  });
  const requests = fresh.filter(isRequest).length;
  return { referrals: fresh.length - requests, requests, news };
}

/**
 * Keeps the list: fetches it now, every 20 seconds, and when the page is hidden or shown. `ended` is called when the worker no longer knows the session.
 */
export function useCases(api: Api, { vault }: Session, ended: () => void) {
  const [list, setList] = useState(NOTHING);
  const latest = useRef(NOTHING);
  const turn = useRef(0);
  const busy = useRef(false);
  const alive = useRef(true);

  const put = useCallback((next: CaseList) => {
    latest.current = next;
    setList(next);
  }, []);

  const refresh = useCallback(async (): Promise<readonly Case[]> => {
    turn.current += 1;
    const mine = turn.current;
    busy.current = true;
    const loaded = await loadCases(api, vault, latest.current.cases);
    if (!alive.current || mine !== turn.current) return latest.current.cases;
    busy.current = false;
    if (!loaded.ok) {
      put({ ...latest.current, fault: loaded.fault });
      if (loaded.fault.code === 'unauthorized') ended();
      return latest.current.cases;
    }
    const before = latest.current;
    const cases = keepNewer(loaded.cases, before.cases);
    put({
      cases,
      thrown: loaded.thrown.filter(({ at }) => at + THROWN_KEPT > loaded.now),
      loadedAt: loaded.now,
      ahead: loaded.now - Math.floor(Date.now() / 1000),
      fault: null,
      arrived: before.loadedAt === null ? NONE_ARRIVED : whatArrived(loaded.cases, before.cases),
    });
    return cases;
  }, [api, vault, ended, put]);

  const askAhead = useCallback(async () => {
    const before = latest.current;
    await refresh();
    // Where another fetch took the turn of this one, nothing has come yet.
    const { fault, ahead } = latest.current;
    return latest.current !== before && fault === null ? ahead : null;
  }, [refresh]);

  const replaceRow = useCallback(
    (row: ThreadRow) => {
      const cases = latest.current.cases.map((one) => (one.row.id === row.id ? { ...one, row } : one));
      put({ ...latest.current, cases });
    },
    [put],
  );

  /** Takes a thread out that is no more: nothing of it may stay, not even until the next fetch. */
  const dropRow = useCallback(
    (id: string) => {
      // A fetch that is under way may have read it before.
      turn.current += 1;
      busy.current = false;
      put({ ...latest.current, cases: latest.current.cases.filter(({ row }) => row.id !== id) });
    },
    [put],
  );

  useEffect(() => {
    alive.current = true;
    // Also while the page is hidden: an open desk must ring. It locks by itself before long.
    const poll = () => {
      if (!busy.current) void refresh();
    };
    poll();
    const timer = setInterval(poll, POLL);
    document.addEventListener('visibilitychange', poll);
    return () => {
      alive.current = false;
      latest.current = NOTHING;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', poll);
    };
  }, [refresh]);

  return { list, refresh, replaceRow, dropRow, askAhead };
}
