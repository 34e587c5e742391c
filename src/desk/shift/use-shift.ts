import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HandoverRow, HandoversBody } from '../../protocol/wire/api/handovers.ts';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import { lastAsked } from '../api/last-asked.ts';
import type { ApiResult, DeskFault } from '../api/result.ts';
import type { Session } from '../door/session.ts';
import type { DraftKeeper } from '../drafts/draft-keeper.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { SHEET_ID } from '../drafts/sheet-id.ts';
import type { CaseList } from '../inbox/use-cases.ts';
import type { SaidState } from '../state/fits.ts';
import { EMPTY_SHEET, readSheet, type Sheet, saidOf, sheetText } from './lines.ts';
import { acceptedSince, incoming, type Pending, stillPending } from './pending.ts';
import { acceptOne, readHandovers, type SealedHandover, sealHandover } from './send.ts';

type Kept = { drafts: Drafts | null; keeper: DraftKeeper };

type Lists = {
  refresh: () => Promise<unknown>;
  replaceRow: (row: ThreadRow, said: SaidState) => void;
};

/** How far something that was done case by case has come: what is done, what is not, and why the first of these is not. */
export type Progress = { done: string[]; left: string[]; fault: DeskFault | null };

/**
 * Does something case by case, one after the other, and stops where nothing gets through: what was done is done, and the rest
 * can be tried again.
 */
async function oneByOne(
  ids: readonly string[],
  act: (id: string) => Promise<DeskFault | null>,
): Promise<Progress> {
  const progress: Progress = { done: [], left: [], fault: null };
  for (const [index, id] of ids.entries()) {
    const fault = await act(id);
    if (!fault) progress.done.push(id);
    else {
      progress.left.push(id);
      progress.fault ??= fault;
      // What concerns one case alone says nothing of the others.
      if (!['changed', 'deleted', 'not_found', 'conflict'].includes(fault.code)) {
        progress.left.push(...ids.slice(index + 1));
        break;
      }
    }
  }
  return progress;
}

/** Hands cases over from shift to shift, and keeps what is handed over, as it is asked for whenever the list has changed. */
export function useShift(
  api: Api,
  { vault, member }: Pick<Session, 'vault' | 'member'>,
  list: CaseList,
  { refresh, replaceRow }: Lists,
  { drafts, keeper }: Kept,
) {
  const [rows, setRows] = useState<readonly HandoverRow[]>([]);
  const [stale, setStale] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sheet, setSheet] = useState<Sheet>(EMPTY_SHEET);
  const [seen, setSeen] = useState<number | null>(null);
  const sealed = useRef(new Map<string, SealedHandover & { of: string }>());
  const { cases, loadedAt, cursor } = list;
  const began = useRef<number | null>(null);
  began.current ??= loadedAt;

  const asking = useMemo(
    () =>
      lastAsked((answer: ApiResult<HandoversBody>) => {
        setStale(!answer.ok);
        if (answer.ok) setRows(answer.value.handovers);
      }),
    [],
  );
  const ask = useCallback(() => asking.ask(() => api.handovers()), [asking, api]);

  // A handover is a change of its thread: where none came, there is no other handover either.
  const retry = stale ? loadedAt : null;
  // After each change, and each list after a try that failed.
  useEffect(() => {
    if (loadedAt !== null) void ask();
  }, [ask, cursor, retry, loadedAt === null]);

  // What was being written when the desk locked is gone on with.
  useEffect(() => {
    const kept = drafts?.sheet() ?? '';
    if (kept !== '') setSheet(readSheet(kept));
  }, [drafts]);
  const touched = useRef(false);
  useEffect(() => {
    const written = sheetText(sheet);
    // What an earlier session left behind is not written over before it was read.
    if (written === '' && !touched.current) return;
    touched.current = true;
    keeper.write(SHEET_ID, { text: written });
  }, [keeper, sheet]);

  const work = async <T>(what: () => Promise<T>): Promise<T> => {
    setBusy(true);
    const result = await what();
    await Promise.all([ask(), refresh()]);
    setBusy(false);
    return result;
  };

  /** Hands over these cases as the sheet says, and takes out of it what has arrived. */
  const handOver = (ids: readonly string[]): Promise<Progress> =>
    work(async () => {
      const { to } = sheet;
      const progress = await oneByOne(ids, async (thread) => {
        const said = saidOf(sheet, thread);
        const of = JSON.stringify([to, said]);
        let one = sealed.current.get(thread);
        if (one?.of !== of) {
          const result = await sealHandover(vault, member, { thread, to, said });
          if (!result.ok) return result.fault;
          one = { ...result.sealed, of };
          sealed.current.set(thread, one);
        }
        const answer = await api.handOver(one.id, one.body);
        if (!answer.ok) return answer;
        sealed.current.delete(thread);
        return null;
      });
      setSheet(({ cases: written, ...rest }) => ({
        ...(progress.left.length > 0 ? rest : EMPTY_SHEET),
        cases: Object.fromEntries(Object.entries(written).filter(([id]) => !progress.done.includes(id))),
      }));
      return progress;
    });

  /** Takes what was handed over, as far as it is ticked. `done` and `left` are threads. */
  const accept = (chosen: readonly Pending[]): Promise<Progress> =>
    work(() => {
      const byThread = new Map(chosen.map((pending) => [pending.one.row.id, pending]));
      return oneByOne([...byThread.keys()], async (thread) => {
        const pending = byThread.get(thread);
        if (!pending) return null;
        const changed = await acceptOne(api, vault, member, pending);
        if (!changed.ok) return changed.fault;
        replaceRow(changed.row, changed.said);
        return null;
      });
    });

  /** Takes back what this member hands over and nobody has accepted. */
  const takeBack = (pending: readonly Pending[]): Promise<Progress> =>
    work(() =>
      oneByOne(
        pending.map(({ handover }) => handover.id),
        async (id) => {
          const thread = pending.find(({ handover }) => handover.id === id)?.one.row.id ?? '';
          const answer = await api.withdrawHandover(id, thread);
          return answer.ok ? null : answer;
        },
      ),
    );

  const pending = stillPending(rows, cases);
  return {
    pending,
    incoming: incoming(pending, member.id),
    outgoing: pending.filter(({ handover }) => handover.from.id === member.id),
    accepted: acceptedSince(rows, member.id, seen ?? began.current ?? 0),
    /** Puts away the news of what was accepted. */
    putAway: () => setSeen(Math.max(0, ...rows.map(({ accepted }) => accepted?.at ?? 0))),
    sheet,
    setSheet,
    busy,
    handOver,
    accept,
    takeBack,
    read: (asked: readonly Pending[]) => readHandovers(api, vault, asked),
  };
}
export type Shift = ReturnType<typeof useShift>;
