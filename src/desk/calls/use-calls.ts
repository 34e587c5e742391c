import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Call, CallOutcome } from '../../protocol/items/kinds/call.ts';
import { isAway } from '../api/result.ts';
import type { CallUnderWay, Draft } from '../drafts/draft.ts';
import { useSendLater } from '../drafts/use-send-later.ts';
import { callOf } from '../entries/entry-outbox.ts';
import type { Thread } from '../thread/load-thread.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { begun, openedBecause, reasonKept, withLine, withTried } from './under-way.ts';

type Props = {
  draft: Draft;
  to: CallUnderWay['to'];
  thread: Thread | null;
  reload: () => Promise<Thread | null>;
  /** By this device, Unix seconds. */
  now: number;
  /** Covers the desk while the member calls. */
  onCalling: () => void;
};

/**
 * Keeps what a member does with the number of a case: why they opened it behind the guard, at once; that they call; and what
 * came of it. Until nobody need say more, it is kept with what is being written, and asked again when the case is opened, the
 * first call first.
 */
export function useCalls({ draft, to, thread, reload, now, onCalling }: Props) {
  const { text } = useWords();
  const [calls, setCalls] = useState(draft.calls());
  const taken = draft.taken();
  useLayoutEffect(() => setCalls(draft.calls()), [draft, taken]);
  const asked = calls.find(({ since }) => since !== undefined);
  const before = asked?.tried;
  const [asking, setAsking] = useState(asked !== undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<{ outcome: CallOutcome; line: string } | null>(
    before && before.outcome !== 'shown' ? { outcome: before.outcome, line: before.text ?? '' } : null,
  );
  const keepingReason = useRef(false);

  const put = useCallback(
    (next: readonly CallUnderWay[]) => {
      draft.setCalls(next);
      setCalls(draft.calls());
    },
    [draft],
  );

  const keep = useCallback(
    async (call: CallUnderWay, said: Pick<Call, 'outcome' | 'text'>) => {
      const kept = callOf(call, said);
      const keeping = draft.callOutbox.keep(kept, thread ?? { entries: [] }, reload);
      const id = draft.callOutbox.triedAs(kept);
      // After a lock it goes out under the same id.
      if (id !== null) put(withTried(draft.calls(), call, { id, ...said }));
      const result = await keeping;
      if (result.ok) await reload();
      return result;
    },
    [draft, thread, reload, put],
  );

  const keepReason = useCallback(async () => {
    const open = draft.calls().find(({ reason }) => reason !== undefined);
    if (open?.reason === undefined || keepingReason.current) return;
    keepingReason.current = true;
    const kept = await keep(open, { outcome: 'shown' });
    keepingReason.current = false;
    // Who called meanwhile still says what came of it, without the reason.
    if (kept.ok) put(reasonKept(draft.calls(), open.reason));
  }, [draft, keep, put]);

  const onReason = (reason: string) => {
    // Before it is known to be kept: should the desk lock now, the reason is not lost.
    put(openedBecause(draft.calls(), to, reason));
    void keepReason();
  };

  const onCall = () => {
    put(begun(draft.calls(), to, Math.floor(now)));
    setAsking(true);
    onCalling();
  };

  const onLine = (line: string) => {
    const open = draft.calls().find(({ since }) => since !== undefined);
    if (open) put(withLine(draft.calls(), open, line));
  };

  const onOutcome = async (outcome: CallOutcome, line: string) => {
    const open = draft.calls().find(({ since }) => since !== undefined);
    if (busy || !open) return;
    setBusy(true);
    setFault(null);
    setWaiting(null);
    const said = line.trim();
    const kept = await keep(open, { outcome, ...(said !== '' && { text: said }) });
    if (kept.ok) {
      const left = draft.calls().filter(({ since }) => since !== open.since);
      put(left);
      if (left.every(({ since }) => since === undefined)) setAsking(false);
    } else if (isAway(kept.fault)) {
      setFault(text('note.waiting'));
      setWaiting({ outcome, line });
    } else setFault(faultText(kept.fault, text));
    setBusy(false);
  };

  const keepOutcome = () => waiting && void onOutcome(waiting.outcome, waiting.line);
  // What an earlier look at the case, or the time before a lock, could not keep.
  useEffect(() => {
    void keepReason();
    keepOutcome();
  }, []);
  useSendLater(
    calls.some(({ reason }) => reason !== undefined),
    () => void keepReason(),
  );
  useSendLater(waiting !== null && !busy, keepOutcome);

  const since = asked?.since;
  return {
    since,
    asking: asking && since !== undefined,
    setAsking,
    busy,
    fault,
    line: asked?.line ?? '',
    onLine,
    onReason,
    onCall,
    onOutcome,
  };
}
