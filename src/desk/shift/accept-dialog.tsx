import { useEffect, useState } from 'preact/hooks';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { DeskFault } from '../api/result.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { faultText, openingFaultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { CaseLine } from './case-line.tsx';
import { ProgressNotice } from './progress-notice.tsx';
import { SaidLines } from './said.tsx';
import { type ReadHandover, remarksIn } from './send.ts';
import type { Progress, Shift } from './use-shift.ts';

type Props = {
  shift: Shift;
  from: Member;
  names: ReadonlyMap<string, string>;
  now: number;
  onClose: () => void;
};

/** What a colleague hands over: each case is read, ticked and accepted; what is not stays with them. */
export function AcceptDialog({ shift, from, names, now, onClose }: Props) {
  const { text } = useWords();
  const [read, setRead] = useState<ReadonlyMap<string, ReadHandover>>(new Map());
  const [fault, setFault] = useState<DeskFault | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<Progress | null>(null);
  const [none, setNone] = useState(false);
  // A colleague may be quicker, or who hands over takes it back: then there is less, or nothing any more.
  const pending = shift.incoming.find((group) => group.from.id === from.id)?.pending ?? [];
  const asked = pending.map(({ handover }) => handover.id).join();

  const fetchAll = async () => {
    const answer = await shift.read(pending);
    setFault(answer.ok ? null : answer.fault);
    if (answer.ok) setRead(answer.read);
  };
  useEffect(() => void fetchAll(), [asked]);

  const chosen = pending.filter(({ handover }) => ticked.has(handover.id));
  const accept = async () => {
    if (shift.busy) return;
    setNone(chosen.length === 0);
    setProgress(null);
    if (chosen.length === 0) return;
    const made = await shift.accept(chosen);
    setProgress(made);
    if (!made.fault) onClose();
  };
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <Dialog title={text('handover.incoming', { name: from.name, count: pending.length })} onClose={onClose}>
      <p class="guard-why">{text('handover.stays', { name: from.name })}</p>
      {fault && (
        <Notice focus>
          <p>{faultText(fault, text)}</p>
          <button class="quiet" type="button" onClick={() => void fetchAll()}>
            {text('handover.again')}
          </button>
        </Notice>
      )}
      {progress && <ProgressNotice progress={progress} names={names} />}
      {pending.length === 0 && !progress && <Notice>{text('handover.changed')}</Notice>}
      {none && <Notice focus>{text('handover.tick')}</Notice>}
      {remarksIn(read).map((remark) => (
        <p key={remark} translate={false}>
          {remark}
        </p>
      ))}
      <ul class="handed-list">
        {pending.map(({ handover, one }) => {
          const said = read.get(handover.id);
          return (
            <li class="handed" key={handover.id} data-handed={handover.thread}>
              <p class="handed-case">
                <CaseLine one={one} reference={names.get(handover.thread) ?? ''} now={now} />
              </p>
              {said?.ok && <SaidLines said={said.item} />}
              {said && !said.ok && <p class="field-error">{openingFaultText(said.code, text)}</p>}
              {said?.ok && (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={ticked.has(handover.id)}
                    onChange={(event) => tick(handover.id, event.currentTarget.checked)}
                  />
                  {text('handover.have')}
                </label>
              )}
            </li>
          );
        })}
      </ul>
      {chosen.length > 0 && chosen.length < pending.length && (
        <p>{text('handover.rest', { count: pending.length - chosen.length, name: from.name })}</p>
      )}
      <div class="buttons">
        <button class="primary" type="button" aria-disabled={shift.busy} onClick={() => void accept()}>
          {text(shift.busy ? 'handover.busy' : 'handover.accept')}
        </button>
        <button class="quiet" type="button" onClick={onClose}>
          {text('handover.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
