import { useState } from 'preact/hooks';
import type { Member } from '../../protocol/wire/api/member.ts';
import { laterDialog } from '../later/later-dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { Progress, Shift } from './use-shift.ts';

const AcceptDialog = laterDialog(() => import('./accept-dialog.tsx').then((file) => file.AcceptDialog));

type Props = { shift: Shift; names: ReadonlyMap<string, string>; now: number };

/** What is handed over, in every view: by colleagues to the member, and by the member, with who is responsible until when. */
export function ShiftBars({ shift, names, now }: Props) {
  const { text } = useWords();
  const [reading, setReading] = useState<Member | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const { incoming, outgoing, accepted, busy } = shift;
  const list = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? '').join(', ');
  const takeBack = async () => {
    if (!busy) setProgress(await shift.takeBack(outgoing));
  };
  if (incoming.length + outgoing.length + accepted.length === 0 && !reading) return null;
  return (
    <div class="alerts" data-shift>
      {incoming.map(({ from, pending }) => (
        <Notice key={from.id} tone="calm">
          <p>
            {text('handover.incoming', { name: from.name, count: pending.length })}{' '}
            {text('handover.stays', { name: from.name })}
          </p>
          <button class="primary" type="button" onClick={() => setReading(from)}>
            {text('handover.look')}
          </button>
        </Notice>
      ))}
      {accepted.length > 0 && (
        <Notice tone="calm">
          {accepted.map(({ by, threads }) => (
            <p key={by.id}>
              {text('handover.accepted', { name: by.name, count: threads.length, list: list(threads) })}
            </p>
          ))}
          <button class="quiet" type="button" onClick={shift.putAway}>
            {text('handover.ok')}
          </button>
        </Notice>
      )}
      {outgoing.length > 0 && (
        <Notice tone="calm">
          <p>
            {text('handover.outgoing', {
              count: outgoing.length,
              list: list(outgoing.map(({ handover }) => handover.thread)),
            })}{' '}
            {text('handover.until')}
          </p>
          {progress?.fault && progress.fault.code !== 'changed' && <p>{faultText(progress.fault, text)}</p>}
          <button class="quiet" type="button" aria-disabled={busy} onClick={() => void takeBack()}>
            {text('handover.back')}
          </button>
        </Notice>
      )}
      {reading && (
        <AcceptDialog shift={shift} from={reading} names={names} now={now} onClose={() => setReading(null)} />
      )}
    </div>
  );
}
