import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CallOutcome } from '../../protocol/items/kinds/call.ts';
import { isAway } from '../api/result.ts';
import type { CallUnderWay, Draft } from '../drafts/drafts.ts';
import { useSendLater } from '../drafts/use-send-later.ts';
import type { Kept } from '../entries/entry-outbox.ts';
import type { Thread } from '../thread/load-thread.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';

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
 * came of it. Until nobody need say more, it is kept with what is being written, and asked again when the case is opened.
 */
export function useCalls({ draft, to, thread, reload, now, onCalling }: Props) {
  const { text } = useWords();
  const [since, setSince] = useState(draft.call()?.since);
  const [asking, setAsking] = useState(since !== undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<{ outcome: CallOutcome; line: string } | null>(null);
  const [owed, setOwed] = useState(draft.call()?.reason !== undefined);

  const keep = useCallback(
    async (kept: Kept) => {
      const result = await draft.callOutbox.keep(kept, thread ?? { entries: [] }, reload);
      if (result.ok) await reload();
      return result;
    },
    [draft, thread, reload],
  );

  const keepReason = useCallback(async () => {
    const open = draft.call();
    if (open?.reason === undefined) return setOwed(false);
    const { reason, ...call } = open;
    const kept = await keep({ kind: 'call', to: call.to, outcome: 'shown', reason });
    setOwed(!kept.ok);
    const left = draft.call();
    // Who called meanwhile still says what came of it, without the reason.
    if (kept.ok && left?.reason === reason) {
      draft.setCall(left.since === undefined ? null : { to: left.to, since: left.since });
    }
  }, [draft, keep]);

  // What an earlier look at the case, or the time before a lock, could not keep.
  useEffect(() => void keepReason(), []);
  useSendLater(owed, () => void keepReason());

  const onReason = (reason: string) => {
    // Before it is known to be kept: should the desk lock now, the reason is not lost.
    draft.setCall({ ...draft.call(), to, reason });
    setOwed(true);
    void keepReason();
  };

  const onCall = () => {
    const begun = Math.floor(now);
    draft.setCall({ ...draft.call(), to, since: begun });
    setSince(begun);
    setAsking(true);
    onCalling();
  };

  const onOutcome = async (outcome: CallOutcome, line: string) => {
    const open = draft.call();
    if (busy || !open) return;
    setBusy(true);
    setFault(null);
    setWaiting(null);
    const said = line.trim();
    const kept = await keep({
      kind: 'call',
      to: open.to,
      outcome,
      ...(open.reason !== undefined && { reason: open.reason }),
      ...(said !== '' && { text: said }),
    });
    if (kept.ok) {
      draft.setCall(null);
      setSince(undefined);
      setAsking(false);
    } else if (isAway(kept.fault)) {
      setFault(text('note.waiting'));
      setWaiting({ outcome, line });
    } else setFault(faultText(kept.fault, text));
    setBusy(false);
  };
  useSendLater(waiting !== null && !busy, () => waiting && void onOutcome(waiting.outcome, waiting.line));

  return {
    since,
    asking: asking && since !== undefined,
    setAsking,
    busy,
    fault,
    onReason,
    onCall,
    onOutcome,
  };
}
