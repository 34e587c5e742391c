import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { HANDOVER_LIMIT } from '../../protocol/items/kinds/handover.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { Api } from '../api/client.ts';
import type { Case } from '../inbox/cases.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { CaseFields } from './case-fields.tsx';
import { CaseLine } from './case-line.tsx';
import { saidOf, type Written } from './lines.ts';
import { toHandOver } from './pending.ts';
import { ProgressNotice } from './progress-notice.tsx';
import { SaidLines } from './said.tsx';
import type { Progress, Shift } from './use-shift.ts';

type Props = {
  api: Api;
  shift: Shift;
  /** In the order of the list. */
  cases: readonly Case[];
  names: ReadonlyMap<string, string>;
  me: string;
  now: number;
  onClose: () => void;
};

/** Handing over at the end of a shift: what goes along and what is said of it, read once more before it goes. */
export function HandOverDialog({ api, shift, cases, names, me, now, onClose }: Props) {
  const { text } = useWords();
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const [colleagues, setColleagues] = useState<readonly Member[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const [preview, setPreview] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const { sheet, setSheet, busy } = shift;
  const { mine, free } = toHandOver(cases, shift.pending, me, now);

  useEffect(() => {
    void api.members().then((answer) => {
      if (answer.ok) setColleagues(answer.value.members.filter((member) => member.id !== me));
      else setWrong(faultText(answer, text));
    });
  }, [api, me, text]);

  // What a member has goes along if they say nothing; what nobody has stands in every list anyway.
  const writtenOf = (one: Case): Written => sheet.cases[one.row.id] ?? { goes: mine.includes(one) };
  const going = [...mine, ...free].filter((one) => writtenOf(one).goes);
  const unsaid = going.filter((one) => saidOf(sheet, one.row.id).situation === '').map(({ row }) => row.id);
  const [tried, setTried] = useState(false);
  const to = colleagues.find((member) => member.id === sheet.to)?.name ?? text('handover.anyone');

  const read = () => {
    setTried(true);
    if (going.length === 0) return setWrong(text('handover.none'));
    setWrong(null);
    const [first] = unsaid;
    if (first === undefined) return setPreview(true);
    const field = `[data-handed="${CSS.escape(first)}"] [data-line="situation"]`;
    body.current?.querySelector<HTMLElement>(field)?.focus();
  };
  const send = async () => {
    if (busy) return;
    const made = await shift.handOver(going.map(({ row }) => row.id));
    setProgress(made);
    if (!made.fault) onClose();
  };
  const fields = (one: Case) => (
    <CaseFields
      key={one.row.id}
      one={one}
      reference={names.get(one.row.id) ?? ''}
      now={now}
      written={writtenOf(one)}
      missing={tried && unsaid.includes(one.row.id)}
      onWritten={(written) =>
        setSheet((before) => ({ ...before, cases: { ...before.cases, [one.row.id]: written } }))
      }
    />
  );

  if (preview) {
    return (
      <Dialog key="preview" title={text('handover.preview', { name: to })} onClose={() => setPreview(false)}>
        {progress && <ProgressNotice progress={progress} names={names} />}
        {sheet.remark.trim() !== '' && <p translate={false}>{sheet.remark}</p>}
        <ul class="handed-list">
          {going.map((one) => (
            <li class="handed" key={one.row.id} data-handed={one.row.id}>
              <p class="handed-case">
                <CaseLine one={one} reference={names.get(one.row.id) ?? ''} now={now} />
              </p>
              <SaidLines said={saidOf(sheet, one.row.id)} />
            </li>
          ))}
        </ul>
        <p class="guard-why">{text('handover.until')}</p>
        <div class="buttons">
          <button class="primary" type="button" aria-disabled={busy} onClick={() => void send()}>
            {text(busy ? 'handover.busy' : 'handover.action')}
          </button>
          <button class="quiet" type="button" onClick={() => setPreview(false)}>
            {text('handover.change')}
          </button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog key="write" title={text('handover.title')} onClose={onClose}>
      <div ref={body}>
        {wrong && <Notice focus>{wrong}</Notice>}
        <div class="field">
          <label for={`${id}-to`}>{text('handover.to')}</label>
          <select
            id={`${id}-to`}
            value={sheet.to ?? ''}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              setSheet((before) => ({ ...before, to: chosen === '' ? null : chosen }));
            }}
          >
            <option value="">{text('handover.anyone')}</option>
            {colleagues.map((member) => (
              <option key={member.id} value={member.id} translate={false}>
                {member.name}
              </option>
            ))}
          </select>
        </div>
        {mine.length + free.length === 0 && <p>{text('handover.nothing')}</p>}
        {mine.length > 0 && (
          <>
            <h3 class="handed-title">{text('handover.mine')}</h3>
            <ul class="handed-list">{mine.map(fields)}</ul>
          </>
        )}
        {free.length > 0 && (
          <>
            <h3 class="handed-title">{text('handover.free')}</h3>
            <ul class="handed-list">{free.map(fields)}</ul>
          </>
        )}
        <div class="field">
          <label for={`${id}-remark`}>{text('handover.remark')}</label>
          <textarea
            id={`${id}-remark`}
            rows={2}
            maxLength={HANDOVER_LIMIT}
            autocomplete="off"
            translate={false}
            value={sheet.remark}
            onInput={(event) => {
              const remark = event.currentTarget.value;
              setSheet((before) => ({ ...before, remark }));
            }}
          />
        </div>
      </div>
      <div class="buttons">
        <button class="primary" type="button" onClick={read}>
          {text('handover.read')}
        </button>
        <button class="quiet" type="button" onClick={onClose}>
          {text('handover.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
