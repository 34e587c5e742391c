import { clock } from '../brussels-time.ts';
import { type Case, isRequest } from '../cases.ts';
import { faultText } from '../fault-text.ts';
import type { CaseList } from '../hooks/use-cases.ts';
import { useFocusOnOpen } from '../hooks/use-focus-on-open.ts';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words.ts';
import { Row } from './row.tsx';

type Props = {
  list: CaseList;
  /** In the order in which to look at them. */
  sorted: readonly Case[];
  me: string;
  now: number;
  current: string | null;
  onOpen: (id: string) => void;
  onRefresh: () => void;
};

/** The referrals and requests that are not closed, and how old this list is. */
export function List({ list, sorted, me, now, current, onOpen, onRefresh }: Props) {
  const { text } = useWords();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const { loadedAt, fault } = list;
  const requests = sorted.filter(isRequest).length;
  return (
    <section class="list" aria-labelledby="list-title">
      <div class="list-top">
        <h1 id="list-title" tabIndex={-1} ref={heading}>
          {loadedAt === null ? text('list.label') : text('list.title', { count: sorted.length - requests })}
          {requests > 0 && ` · ${text('list.requests', { count: requests })}`}
        </h1>
        <button class="small" type="button" data-action="refresh" onClick={onRefresh}>
          <Icon name="refresh" />
          {text('list.refresh')}
        </button>
      </div>
      {fault && (
        <Notice>
          {faultText(fault, text)}
          {loadedAt !== null && ` ${text('list.stale', { time: clock(loadedAt) })}`}
        </Notice>
      )}
      {loadedAt === null && !fault && <p class="list-note">{text('list.loading')}</p>}
      {loadedAt !== null && !fault && (
        <p class="list-note">{text('list.updated', { time: clock(loadedAt) })}</p>
      )}
      {loadedAt !== null && sorted.length === 0 && (
        <div class="empty">
          <svg class="empty-sun" viewBox="0 0 200 104" aria-hidden="true">
            <path class="empty-disc" d="M20 100a80 80 0 0 1 160 0z" />
            <path class="empty-line" d="M0 101h200" />
          </svg>
          <p class="empty-title">{text('list.empty')}</p>
          <p>{text('list.emptyText')}</p>
        </div>
      )}
      <ul class="rows">
        {sorted.map((one) => (
          <Row
            key={one.row.id}
            one={one}
            me={me}
            now={now}
            current={one.row.id === current}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}
