import { useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import { RetentionDialog } from '../retention/retention-dialog.tsx';
import type { VaultClient } from '../vault/client.ts';
import { useWords } from '../words/words.ts';
import { CountDialog } from './count-dialog.tsx';
import { FiguresDialog } from './figures-dialog.tsx';

type Props = { api: Api; vault: VaultClient; now: number };

/** In the head of the desk: what counts what came by another way, and leads to the figures of the year. */
export function CountButton({ api, vault, now }: Props) {
  const { text } = useWords();
  const [open, setOpen] = useState<'count' | 'figures' | 'retention' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <button class="small" type="button" data-action="count" onClick={() => setOpen('count')}>
        {text('count.open')}
      </button>
      {open === 'count' && (
        <CountDialog {...{ api, vault, now }} onFigures={() => setOpen('figures')} onClose={close} />
      )}
      {open === 'figures' && (
        <FiguresDialog {...{ api, vault, now }} onRetention={() => setOpen('retention')} onClose={close} />
      )}
      {open === 'retention' && <RetentionDialog api={api} onClose={close} />}
    </>
  );
}
