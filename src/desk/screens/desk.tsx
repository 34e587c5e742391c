import { useCallback, useRef, useState } from 'preact/hooks';
import type { FirstItem } from '../../protocol/item.ts';
import type { Api } from '../api/client.ts';
import { clock } from '../brussels-time.ts';
import { type Case, sortCases } from '../cases.ts';
import { anyUnsent, type Draft, type Drafts } from '../drafts.ts';
import { useBack } from '../hooks/use-back.ts';
import { type CaseList, useCases } from '../hooks/use-cases.ts';
import { useLockTriggers } from '../hooks/use-lock-triggers.ts';
import { useNow } from '../hooks/use-now.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { isFree, useTake } from '../hooks/use-take.ts';
import { createOutbox } from '../outbox.ts';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { type Appearance, ThemeSwitch } from '../parts/theme-switch.tsx';
import type { Session } from '../session.ts';
import type { Text } from '../text.ts';
import { useWords } from '../words.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { List } from './list.tsx';
import { ReferralView } from './referral.tsx';

type Props = Appearance & { api: Api; session: Session; lock: (ended?: boolean) => void };

const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-referral="${CSS.escape(id)}"]`);

/** What is said of what came with the last fetch; nothing where nothing did. */
function arrivedText({ referrals, requests, news }: CaseList['arrived'], text: Text): string {
  const said = [
    ...(referrals > 0 ? [text('list.arrived', { count: referrals })] : []),
    ...(requests > 0 ? [text('list.arrivedRequests', { count: requests })] : []),
  ];
  if (said.length === 0 && news) return text('row.news');
  return said.join(', ');
}

/** The open desk: the list, the open referral, and the bar with what can be done. */
export function Desk({ api, session, theme, toggleTheme, lock }: Props) {
  const { text } = useWords();
  const [openId, setOpenId] = useState<string | null>(null);
  const [letters, setLetters] = useState(true);
  const [keys, setKeys] = useState(false);
  const drafts = useRef<Drafts>(new Map());
  const last = useRef<Case | null>(null);

  // A member who is writing must be able to copy it first; the desk then says that the session has ended.
  const ended = useCallback(() => {
    if (!anyUnsent(drafts.current)) lock(true);
  }, [lock]);
  const lockNow = useCallback(() => lock(), [lock]);

  const { list, refresh, replaceRow } = useCases(api, session, ended);
  const { take, busy, said } = useTake(api, { refresh, replaceRow }, text);
  const { warning, presses } = useLockTriggers(lockNow);
  const now = useNow(list.ahead);
  const sorted = sortCases(list.cases, now);

  const listed = list.cases.find(({ row }) => row.id === openId);
  if (listed) last.current = listed;
  const one = listed ?? (last.current?.row.id === openId ? last.current : null);
  const free = one !== null && listed !== undefined && isFree(one.row);

  const draftOf = (item: FirstItem): Draft => {
    const draft = drafts.current.get(item.thread) ?? {
      text: '',
      outbox: createOutbox(api, session.vault, item),
    };
    drafts.current.set(item.thread, draft);
    return draft;
  };

  const close = () => {
    const id = openId;
    last.current = null;
    setOpenId(null);
    // After the list is visible again, which it may not be beside an open referral.
    if (id !== null) requestAnimationFrame(() => rowOf(id)?.focus());
  };
  const back = useBack(one !== null, close);
  const takeOpen = async () => {
    if (!one || !free) return;
    // The button goes away with what it did; the focus must not go with it.
    if (await take(one.row)) document.getElementById('referral-title')?.focus();
  };
  const step = (by: 1 | -1) => {
    const at = document.activeElement?.getAttribute('data-referral') ?? openId;
    const from = sorted.findIndex(({ row }) => row.id === at);
    const next = sorted[from < 0 ? 0 : from + by]?.row.id;
    if (next === undefined) return;
    const row = rowOf(next);
    // The list is away while a referral is open on a narrow screen.
    if (row && row.offsetParent !== null) row.focus();
    else setOpenId(next);
  };

  useShortcuts(
    {
      j: () => step(1),
      k: () => step(-1),
      t: () => void takeOpen(),
      l: lockNow,
      '?': () => setKeys(true),
    },
    letters,
  );

  return (
    <div class="desk" data-view={one ? 'referral' : 'list'}>
      <header class="top">
        <p class="top-clock">{clock(now)}</p>
        <p class="top-me" translate={false}>
          {session.member.name}
        </p>
        <ThemeSwitch theme={theme} toggleTheme={toggleTheme} />
        <button class="small" type="button" data-action="keys" onClick={() => setKeys(true)}>
          {text('help.title')}
        </button>
      </header>
      <main class="columns">
        <List
          list={list}
          sorted={sorted}
          me={session.member.id}
          now={now}
          current={openId}
          onOpen={setOpenId}
          onRefresh={() => void refresh()}
        />
        <div class="detail">
          {one ? (
            <ReferralView
              key={one.row.id}
              api={api}
              vault={session.vault}
              one={one}
              me={session.member.id}
              now={now}
              notice={said?.id === one.row.id ? said.notice : null}
              gone={listed === undefined}
              draft={draftOf}
              onSent={() => void refresh()}
            />
          ) : (
            <p class="choose">{text('list.choose')}</p>
          )}
        </div>
      </main>
      {warning && (
        <div class="lock-warning">
          <Notice>
            <p>{text('lock.soon')}</p>
            <button class="primary" type="button">
              {text('lock.stay')}
            </button>
          </Notice>
        </div>
      )}
      <section class="bar" aria-label={text('bar.label')}>
        {one && (
          <button class="quiet bar-back" type="button" data-action="back" onClick={back}>
            <Icon name="back" />
            {text('bar.back')}
          </button>
        )}
        {free && (
          <button class="primary" type="button" data-action="take" onClick={() => void takeOpen()}>
            {text(busy === one.row.id ? 'take.busy' : 'take.action')}
          </button>
        )}
        <button class="lock" type="button" data-action="lock" onClick={lockNow}>
          <Icon name="lock" />
          {text('bar.lock')}
        </button>
      </section>
      <p class="visually-hidden" role="status">
        {/* A new element for every fetch: the same words twice are read out twice. */}
        <span key={list.loadedAt}>{arrivedText(list.arrived, text)}</span>
      </p>
      <p class="visually-hidden" role="status">
        {presses === 1 && text('shift.two')}
        {presses === 2 && text('shift.one')}
      </p>
      {keys && <KeysDialog letters={letters} onLetters={setLetters} onClose={() => setKeys(false)} />}
    </div>
  );
}
