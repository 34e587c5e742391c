import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Thrown } from '../../protocol/wire/api/thrown.ts';
import { dayAndClock } from '../clock/brussels-time.ts';
import type { Case } from '../inbox/cases.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';
import { ThrowButton } from './throw-button.tsx';
import type { JunkActions } from './use-junk.ts';

type Props = {
  cases: readonly Case[];
  thrown: readonly Thrown[];
  now: number;
  actions: JunkActions;
  /** Draws the rows of these cases, of a flood no more than the first. */
  rows: (cases: readonly Case[]) => ComponentChildren;
};

/** What nobody can read, folded at the end of the list, and what was thrown away of it. Where there is some. */
export function Junk({ cases, thrown, now, actions, rows }: Props) {
  const { text, language } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section class="junk" data-group="junk">
      {actions.said && <Notice key={actions.said}>{actions.said}</Notice>}
      {cases.length > 0 && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{text('group.junk', { count: cases.length })}</summary>
          {open && (
            <>
              <p class="list-note">{text('junk.why')}</p>
              <ThrowButton cases={cases} actions={actions} />
              <ul class="rows">{rows(cases)}</ul>
            </>
          )}
        </details>
      )}
      {thrown.map(({ id, at, by, count }) => (
        <p key={id} class="thrown">
          <span>{text('thrown.text', { name: by.name, count, time: dayAndClock(at, now, language) })}</span>
          <button
            class="small"
            type="button"
            aria-disabled={actions.busy}
            onClick={() => actions.busy || void actions.bringBack(id)}
          >
            {text('thrown.back')}
          </button>
        </p>
      ))}
    </section>
  );
}
