import { useState } from 'preact/hooks';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import { dayText } from '../clock/day-text.ts';
import { laterDialog } from '../later/later-dialog.tsx';
import { useWords } from '../words/words.ts';
import { PurgeDialog } from './purge-dialog.tsx';

type Props = { api: Api; row: ThreadRow; onPurged: () => void };

const RetentionDialog = laterDialog(() =>
  import('./retention-dialog.tsx').then((file) => file.RetentionDialog),
);

/** On which day a closed case is deleted, and what can be done about it. */
export function CaseEnd({ api, row, onPurged }: Props) {
  const { text, language } = useWords();
  const [open, setOpen] = useState<'purge' | 'retention' | null>(null);
  if (row.purgeDay === undefined) return null;
  return (
    <section class="case-end" aria-label={text('end.label')}>
      <p>{text('end.day', { day: dayText(row.purgeDay, language) })}</p>
      <div class="buttons">
        <button class="small" type="button" onClick={() => setOpen('purge')}>
          {text('end.now')}
        </button>
        <button class="small" type="button" onClick={() => setOpen('retention')}>
          {text('retention.title')}
        </button>
      </div>
      {open === 'purge' && (
        <PurgeDialog api={api} row={row} onPurged={onPurged} onClose={() => setOpen(null)} />
      )}
      {open === 'retention' && <RetentionDialog api={api} onClose={() => setOpen(null)} />}
    </section>
  );
}
