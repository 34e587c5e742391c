import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { clock } from '../clock/brussels-time.ts';
import { ThrowButton } from '../junk/throw-button.tsx';
import type { JunkActions } from '../junk/use-junk.ts';
import { Later } from '../later/later.tsx';
import { withWords } from '../later/with-words.ts';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { useWords } from '../words/words.ts';
import { type Case, type Group, isRequest, isStrange } from './cases.ts';
import { type Filter, Filters, passes } from './filters.tsx';
import { GoneThreads } from './gone.tsx';
import type { CaseList } from './use-cases.ts';
import type { ClosedMonth } from './use-closed.ts';
import { useRows } from './use-rows.tsx';

/** Rows that are drawn of a flood: nobody reads more, and drawing them would hold up what matters. */
const MOST_ROWS = 50;

/** What can't be read stands at the end. */
const junkAtEnd = withWords(() => import('../junk/junk.tsx').then((file) => file.Junk));

/** What was closed is looked at now and then. */
const closedCases = withWords(() => import('./closed.tsx').then((file) => file.ClosedCases));

type Props = {
  list: CaseList;
  groups: Record<Group, Case[]>;
  names: ReadonlyMap<string, string>;
  me: string;
  now: number;
  current: string | null;
  junk: JunkActions;
  /** What was closed, while that is looked at. */
  month: ClosedMonth;
  /** When the alarm was last known to work, Unix seconds; null while it is not. */
  alarmAt: number | null;
  onOpen: (id: string) => void;
  onRefresh: () => void;
  onHandOver: () => void;
  /** What stands above the cases. */
  children: ComponentChildren;
};

/** The groups that are always in sight, in their order. */
const OPEN_GROUPS = ['ours', 'taken', 'waiting', 'locked'] as const satisfies readonly Group[];

/** The referrals and requests that are not closed, in groups, and how old this list is. */
export function List(props: Props) {
  const { list, groups, names, me, now, current, junk, month, alarmAt, onOpen, onRefresh, onHandOver } =
    props;
  const { text } = useWords();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const { loadedAt, fault, cases, pending } = list;
  const { closed } = month;
  const [filter, setFilter] = useState<Filter>('all');
  const strange = groups.locked.filter(isStrange);
  const shown = (group: Group) => groups[group].filter((one) => passes(filter, group, one, me));
  const read = cases.filter(({ opened }) => opened.ok);
  const requests = read.filter(isRequest).length;
  const doubted = cases.filter(({ doubt }) => doubt !== undefined).length;
  const rows = useRows({ names, me, now, current, onOpen });
  const fewRows = (some: readonly Case[]) => rows(some.slice(0, MOST_ROWS));
  return (
    <section class="list" aria-labelledby="list-title">
      <div class="list-top">
        <div class="list-head">
          <h1 id="list-title" tabIndex={-1} ref={heading}>
            {loadedAt === null ? text('list.label') : text('list.title', { count: read.length - requests })}
            {requests > 0 && ` · ${text('list.requests', { count: requests })}`}
          </h1>
          {loadedAt === null && !fault && <p class="list-note">{text('list.loading')}</p>}
          {loadedAt !== null && !fault && (
            <p class="list-note">{text('list.updated', { time: clock(loadedAt) })}</p>
          )}
        </div>
        {loadedAt !== null && (
          <button class="small" type="button" data-action="hand-over" onClick={onHandOver}>
            {text('handover.action')}
          </button>
        )}
        <button class="small" type="button" onClick={onRefresh}>
          <Icon name="refresh" />
          <span class="visually-hidden">{text('list.refresh')}</span>
        </button>
      </div>
      <Filters
        filter={filter}
        onFilter={(next) => {
          setFilter(next);
          if (next !== 'closed') month.leave();
          else if (!month.closed) month.look(0);
        }}
      />
      {props.children}
      {pending > 0 && <p class="list-note">{text('list.pending', { count: pending })}</p>}
      {doubted > 0 && <Notice>{text('doubt.notice', { count: doubted })}</Notice>}
      {groups.locked.length > 0 && <Notice>{text('locked.notice', { count: groups.locked.length })}</Notice>}
      {filter !== 'closed' &&
        loadedAt !== null &&
        !fault &&
        pending === 0 &&
        groups.ours.length + groups.locked.length === 0 && (
          <div class="empty">
            <svg class="empty-sun" viewBox="0 0 200 104" aria-hidden="true">
              <path class="empty-disc" d="M20 100a80 80 0 0 1 160 0z" />
              <path class="empty-line" d="M0 101h200" />
            </svg>
            <p class="empty-title">{text('list.empty')}</p>
            <p>{text('list.emptyText')}</p>
            <p>{alarmAt === null ? text('list.unsure') : text('list.alarm', { time: clock(alarmAt) })}</p>
          </div>
        )}
      {OPEN_GROUPS.filter((group) => shown(group).length > 0).map((group) => (
        <section key={group} class="group" data-group={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} class="group-title">
            {text(`group.${group}`)} <span class="group-count">{shown(group).length}</span>
          </h2>
          {group === 'locked' && strange.length > 0 && <ThrowButton strange cases={strange} actions={junk} />}
          <ul class="rows">{(group === 'locked' ? fewRows : rows)(shown(group))}</ul>
        </section>
      ))}
      {closed && (
        <Later part={closedCases}>
          {(ClosedCases) => <ClosedCases month={month} closed={closed} rows={rows} />}
        </Later>
      )}
      <GoneThreads gone={list.gone} purged={list.purged.length} now={now} />
      {(groups.junk.length > 0 || list.thrown.length > 0 || junk.said) && (
        <Later part={junkAtEnd}>
          {(Junk) => (
            <Junk cases={groups.junk} thrown={list.thrown} now={now} actions={junk} rows={fewRows} />
          )}
        </Later>
      )}
    </section>
  );
}
