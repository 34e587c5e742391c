import { useEffect, useState } from 'preact/hooks';
import { RETENTION_DAYS, type RetentionBody } from '../../protocol/wire/api/retention.ts';
import type { Api } from '../api/client.ts';
import { dayTextAt } from '../clock/day-text.ts';
import { type Became, BecameNotice } from '../parts/became-notice.tsx';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { LineField } from '../parts/line-field.tsx';
import { numberIn } from '../parts/number-in.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';

type Props = { api: Api; onClose: () => void };

/** For how long closed cases are kept, and how many ended of late. Any member may change it, and is named then. */
export function RetentionDialog({ api, onClose }: Props) {
  const { text, language } = useWords();
  const [known, setKnown] = useState<RetentionBody | null>(null);
  const [days, setDays] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [said, setSaid] = useState<Became | null>(null);

  const load = async () => {
    const answer = await api.retention();
    if (!answer.ok) return setSaid({ tone: 'error', words: faultText(answer, text) });
    setKnown(answer.value);
    setDays(String(answer.value.days));
    return answer.value;
  };
  useEffect(() => void load(), [api]);

  const save = async () => {
    if (!known || busy) return;
    setSaid(null);
    const number = numberIn(days, RETENTION_DAYS.least, RETENTION_DAYS.most);
    setWrong(number === null);
    if (number === null) return;
    setBusy(true);
    const answer = await api.putRetention({ days: number, rev: known.rev });
    if (answer.ok) {
      setKnown(answer.value);
      setSaid({ tone: 'calm', words: text('retention.saved') });
    } else if (answer.code === 'changed') {
      const now = await load();
      // The answer of an earlier try got lost: it is as it was asked for.
      if (now?.days === number) setSaid({ tone: 'calm', words: text('retention.saved') });
      else if (now) setSaid({ tone: 'error', words: text('retention.changed', { days: now.days }) });
    } else setSaid({ tone: 'error', words: faultText(answer, text) });
    setBusy(false);
  };

  const bounds = { least: RETENTION_DAYS.least, most: RETENTION_DAYS.most };
  const purged = known?.purged.reduce((all, { count }) => all + count, 0) ?? 0;
  return (
    <Dialog title={text('retention.title')} onClose={onClose}>
      {known && (
        <>
          <p>{text('retention.now', { days: known.days })}</p>
          {known.changedBy && known.changedAt !== undefined && (
            <p class="hint">
              {text('retention.by', {
                name: known.changedBy.name,
                day: dayTextAt(known.changedAt, language),
              })}
            </p>
          )}
          <p class="hint">{text('retention.purged', { count: purged })}</p>
          <LineField
            label={text('retention.label')}
            hint={text('retention.hint', bounds)}
            error={wrong ? text('retention.wrong', bounds) : null}
            of="digits"
            value={days}
            onValue={setDays}
          />
        </>
      )}
      <BecameNotice became={said} />
      <CloseRow onClose={onClose}>
        {known && (
          <button class="primary" type="button" aria-disabled={busy} onClick={() => void save()}>
            {text('retention.action')}
          </button>
        )}
      </CloseRow>
    </Dialog>
  );
}
