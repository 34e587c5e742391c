import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { RELEASE_TIME, type ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import type { ApiResult } from '../api/result.ts';
import type { Case } from '../inbox/cases.ts';
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

/**
 * Takes referrals, and gives back for half a minute what was taken by a slip. Gives the id of the one that is being
 * changed, the one that can be given back, and what to say about which when it did not go as asked.
 */
export function useTake(api: Api, { refresh, recheck, replaceRow, onDeleted }: Lists, text: Text) {
  const [busy, setBusy] = useState<string | null>(null);
  const [undoable, setUndoable] = useState<string | null>(null);
  const [said, setSaid] = useState<{ id: string; notice: string } | null>(null);
  const underWay = useRef(false);

  useEffect(() => {
    if (undoable === null) return;
    const timer = setTimeout(() => setUndoable(null), RELEASE_TIME * 1000);
    return () => clearTimeout(timer);
  }, [undoable]);

  /** Asks for one change of a row. `lost` says what to tell when the row had changed before. */
  const change = useCallback(
    async (
      id: string,
      ask: () => Promise<ApiResult<ThreadRow>>,
      lost: (name: string | undefined) => string,
    ): Promise<boolean> => {
      if (underWay.current) return false;
      underWay.current = true;
      setBusy(id);
      setSaid(null);
      const answer = await ask();
      if (answer.ok) replaceRow(answer.value);
      else if (answer.code === 'changed') {
        const now = (await refresh()).find(({ row }) => row.id === id);
        setSaid({ id, notice: lost(now?.row.takenBy?.name) });
      } else if (answer.code === 'deleted') onDeleted(id);
      else {
        if (answer.code === 'not_found') await recheck();
        setSaid({ id, notice: faultText(answer, text) });
      }
      underWay.current = false;
      setBusy(null);
      return answer.ok;
    },
    [refresh, recheck, replaceRow, onDeleted, text],
  );

  const take = useCallback(
    async ({ id, rev }: ThreadRow): Promise<boolean> => {
      const lost = (name: string | undefined) => (name ? text('take.lost', { name }) : text('take.changed'));
      const taken = await change(id, () => api.take(id, { rev }), lost);
      if (taken) setUndoable(id);
      return taken;
    },
    [api, change, text],
  );

  const undo = useCallback(
    async ({ id, rev }: ThreadRow): Promise<boolean> => {
      const undone = await change(
        id,
        () => api.release(id, { rev }),
        () => text('take.late'),
      );
      setUndoable(null);
      return undone;
    },
    [api, change, text],
  );

  return { take, undo, undoable, busy, said };
}
