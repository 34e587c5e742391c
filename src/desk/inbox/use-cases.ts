import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import { THROWN_KEPT } from '../../protocol/wire/api/thrown.ts';
import type { Api } from '../api/client.ts';
import type { Session } from '../door/session.ts';
import type { SaidState } from '../state/fits.ts';
import { type Case, hasNews, isOneOfGroup, isRequest } from './cases.ts';
import { createInbox, type Inbox, type InboxState } from './inbox.ts';

/** Milliseconds from one look at what changed to the next. */
export const POLL = 20_000;

/** Milliseconds after which everything is asked for anew, so that what vanished is missed. */
const RECHECK = 15 * 60_000;

/** What came of late: how many referrals and requests, and whether messages. `turn` counts the times that something did. */
type Arrived = { referrals: number; requests: number; news: boolean; turn: number };

/** The list as it last came. */
export type CaseList = InboxState & { arrived: Arrived };

const NOTHING: CaseList = {
  cases: [],
  pending: 0,
  thrown: [],
  gone: [],
  purged: [],
  loadedAt: null,
  ahead: 0,
  fault: null,
  cursor: null,
  drills: [],
  drilledAt: null,
  arrived: { referrals: 0, requests: 0, news: false, turn: 0 },
};

function whatArrived(cases: readonly Case[], ids: ReadonlySet<string>, before: CaseList): Arrived {
  const known = new Map(before.cases.map((one) => [one.row.id, one]));
  const news = cases.some((one) => {
    const earlier = known.get(one.row.id);
    return earlier !== undefined && hasNews(one) && !hasNews(earlier);
  });
  const fresh = cases.filter((one) => ids.has(one.row.id) && !isOneOfGroup(one));
  if (fresh.length === 0 && !news) return before.arrived;
  const requests = fresh.filter(isRequest).length;
  return { referrals: fresh.length - requests, requests, news, turn: before.arrived.turn + 1 };
}

/**
 * Keeps the list: asks what changed now, every 20 seconds, and when the page is hidden or shown; and for everything every
 * quarter of an hour. `ended` is called when the worker no longer knows the session.
 */
export function useCases(api: Api, { vault }: Session, ended: () => void) {
  const [list, setList] = useState(NOTHING);
  const latest = useRef(NOTHING);
  const inbox = useRef<Inbox | null>(null);
  // The inbox remembers what was read: it must outlive whatever else changes.
  const over = useRef(ended);
  over.current = ended;

  /** Asks what changed. Gives the cases as they then are. */
  const refresh = useCallback(async (): Promise<readonly Case[]> => {
    await inbox.current?.poll();
    return latest.current.cases;
  }, []);

  /** Asks what changed, and then for everything anew. */
  const recheck = useCallback(async (): Promise<void> => {
    await inbox.current?.poll();
    await inbox.current?.recheck();
  }, []);

  const askAhead = useCallback(async () => ((await inbox.current?.poll()) ? latest.current.ahead : null), []);

  const replaceRow = useCallback(
    (row: ThreadRow, said: SaidState) => inbox.current?.replaceRow(row, said),
    [],
  );
  const dropRow = useCallback((id: string) => inbox.current?.dropRow(id), []);

  useEffect(() => {
    const open = createInbox(api, vault, (state, ids) => {
      const now = state.loadedAt ?? 0;
      latest.current = {
        ...state,
        thrown: state.thrown.filter(({ at }) => at + THROWN_KEPT > now),
        arrived: whatArrived(state.cases, ids, latest.current),
      };
      setList(latest.current);
      if (state.fault?.code === 'unauthorized') over.current();
    });
    inbox.current = open;
    let busy = false;
    const once = async (ask: () => Promise<unknown>) => {
      if (busy) return;
      busy = true;
      await ask();
      busy = false;
    };
    // Also while the page is hidden: an open desk must ring. It locks by itself before long.
    const poll = () => void once(open.poll);
    poll();
    const timers = [setInterval(poll, POLL), setInterval(() => void once(open.recheck), RECHECK)];
    document.addEventListener('visibilitychange', poll);
    return () => {
      open.close();
      inbox.current = null;
      latest.current = NOTHING;
      for (const timer of timers) clearInterval(timer);
      document.removeEventListener('visibilitychange', poll);
    };
  }, [api, vault]);

  return { list, refresh, recheck, replaceRow, dropRow, askAhead };
}
