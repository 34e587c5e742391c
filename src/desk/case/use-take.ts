import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Change, RELEASE_TIME, type ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import type { ApiResult, DeskFault } from '../api/result.ts';
import type { Session } from '../door/session.ts';
import { type Case, firstRead } from '../inbox/cases.ts';
import { sealState } from '../state/seal-state.ts';
import { faultText } from '../words/fault-text.ts';
import type { Text } from '../words/text.ts';

type Lists = {
  refresh: () => Promise<readonly Case[]>;
  /** Asks for the whole list, to find out what is missing in it. */
  recheck: () => Promise<void>;
  replaceRow: (row: ThreadRow) => void;
  /** Called when the person has deleted the thread. */
  onDeleted: (id: string) => void;
};

/** The row of a referral that was taken or given back, or why it was not. */
export type Taken = { ok: true; row: ThreadRow } | { ok: false; fault: DeskFault };

/** What is under way already is as if it had changed. */
const CHANGED: Taken = { ok: false, fault: { code: 'changed' } };

/**
 * Takes referrals, and gives back for half a minute what was taken by a slip, each time with a sealed word of the member.
 * Gives the id of the one that is being changed, the one that can be given back, and what to say about which when it did
 * not go as asked.
 */
export function useTake(
  api: Api,
  { vault, member }: Pick<Session, 'vault' | 'member'>,
  { refresh, recheck, replaceRow, onDeleted }: Lists,
  text: Text,
) {
  const [busy, setBusy] = useState<string | null>(null);
  const [undoable, setUndoable] = useState<string | null>(null);
  const [said, setSaid] = useState<{ id: string; notice: string } | null>(null);
  const underWay = useRef(false);

  useEffect(() => {
    if (undoable === null) return;
    const timer = setTimeout(() => setUndoable(null), RELEASE_TIME * 1000);
    return () => clearTimeout(timer);
  }, [undoable]);

  /** Says who now has a case, and asks for it. `lost` says what to tell when the row had changed before. */
  const change = useCallback(
    async (
      { row, opened, said: before }: Case,
      owner: Session['member'] | null,
      ask: (change: Change) => Promise<ApiResult<ThreadRow>>,
      lost: (name: string | undefined) => string,
    ): Promise<Taken> => {
      if (underWay.current || !opened.ok) return CHANGED;
      underWay.current = true;
      const { id, rev } = row;
      setBusy(id);
      setSaid(null);
      const ended = async (): Promise<Taken> => {
        if (before === undefined) return CHANGED;
        const sealed = await sealState(vault, id, firstRead(opened), before, owner);
        if (!sealed.ok) return { ok: false, fault: sealed };
        const answer = await ask({ rev, entry: sealed.entry });
        if (!answer.ok) return { ok: false, fault: answer };
        replaceRow(answer.value);
        return { ok: true, row: answer.value };
      };
      const taken = await ended();
      const fault = taken.ok ? null : taken.fault;
      if (fault?.code === 'changed') {
        const now = (await refresh()).find((one) => one.row.id === id);
        setSaid({ id, notice: lost(now?.row.takenBy?.name) });
      } else if (fault?.code === 'deleted') onDeleted(id);
      else if (fault) {
        if (fault.code === 'not_found') await recheck();
        setSaid({ id, notice: faultText(fault, text) });
      }
      underWay.current = false;
      setBusy(null);
      return taken;
    },
    [vault, refresh, recheck, replaceRow, onDeleted, text],
  );

  const take = useCallback(
    async (one: Case): Promise<Taken> => {
      const { id } = one.row;
      const lost = (name: string | undefined) => (name ? text('take.lost', { name }) : text('take.changed'));
      const taken = await change(one, member, (body) => api.take(id, body), lost);
      if (taken.ok) setUndoable(id);
      return taken;
    },
    [api, member, change, text],
  );

  const undo = useCallback(
    async (one: Case): Promise<Taken> => {
      const { id } = one.row;
      const late = () => text('take.late');
      const given = await change(one, null, (body) => api.release(id, body), late);
      setUndoable(null);
      return given;
    },
    [api, change, text],
  );

  return { take, undo, undoable, busy, said };
}
