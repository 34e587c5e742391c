import { useEffect, useState } from 'preact/hooks';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import { useArmed } from '../case/use-armed.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';

type Props = { api: Api; row: ThreadRow; onPurged: () => void; onClose: () => void };

/** Asks twice before a closed case is deleted for good: nothing brings it back. */
export function PurgeDialog({ api, row, onPurged, onClose }: Props) {
  const { text } = useWords();
  const [step, setStep] = useState<'ask' | 'sure'>('ask');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const armed = useArmed(step);
  const [handed, setHanded] = useState(false);
  // Its row tells of the newest alone.
  useEffect(() => {
    void api.handoffs(row.id).then((found) => {
      if (found.ok) setHanded(found.value.handoffs.some(({ acceptedAt }) => acceptedAt !== undefined));
    });
  }, [api, row.id]);
  const purge = async () => {
    if (!armed || busy) return;
    if (step === 'ask') return setStep('sure');
    setBusy(true);
    const answer = await api.purge(row.id, { rev: row.rev });
    setBusy(false);
    // What is not there any more is deleted, be it by this request or before it.
    if (answer.ok || answer.code === 'not_found' || answer.code === 'deleted') return onPurged();
    setSaid(answer.code === 'changed' ? text('end.changed') : faultText(answer, text));
  };
  return (
    <Dialog title={text(step === 'ask' ? 'end.ask' : 'end.sure')} onClose={onClose}>
      <p>{text('end.text')}</p>
      {handed && <p data-gone="handed">{text('gone.handed')}</p>}
      {said && <Notice focus>{said}</Notice>}
      <div class="buttons">
        <button class="primary" type="button" onClick={onClose}>
          {text('end.keep')}
        </button>
        <button class="quiet" type="button" aria-disabled={!armed || busy} onClick={() => void purge()}>
          {text(step === 'ask' ? 'end.yes' : 'end.confirm')}
        </button>
      </div>
    </Dialog>
  );
}
