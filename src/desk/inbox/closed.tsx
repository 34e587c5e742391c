import type { ComponentChildren } from 'preact';
import { localeOf } from '../../i18n/languages.ts';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { Case } from './cases.ts';
import type { ClosedList, ClosedMonth } from './use-closed.ts';

type Props = {
  month: ClosedMonth;
  closed: ClosedList;
  rows: (cases: readonly Case[]) => ComponentChildren;
};

/** What was closed, a month at a time. */
export function ClosedCases({ month: { look, isLast }, closed, rows }: Props) {
  const { text, language } = useWords();
  const { month, cases, more, missing, fault } = closed;
  const name = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  }).format(Date.parse(month));
  return (
    <section class="group" data-group="closed" aria-labelledby="group-closed">
      <h2 id="group-closed" class="group-title">
        {text('ended.title', { month: name })} <span class="group-count">{cases?.length ?? ''}</span>
      </h2>
      <div class="months">
        <button class="small" type="button" data-action="earlier" onClick={() => look(-1)}>
          {text('ended.earlier')}
        </button>
        <button
          class="small"
          type="button"
          data-action="later"
          aria-disabled={isLast}
          onClick={() => isLast || look(1)}
        >
          {text('ended.later')}
        </button>
      </div>
      {fault && <Notice>{faultText(fault, text)}</Notice>}
      {!cases && !fault && <p class="list-note">{text('list.loading')}</p>}
      {cases?.length === 0 && missing === 0 && <p class="list-note">{text('ended.none')}</p>}
      {more && <p class="list-note">{text('ended.more')}</p>}
      {missing > 0 && <Notice>{text('ended.missing', { count: missing })}</Notice>}
      <ul class="rows">{rows(cases ?? [])}</ul>
    </section>
  );
}
