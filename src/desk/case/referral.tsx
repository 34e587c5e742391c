import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FirstItem } from '../../protocol/items/item.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { Beside } from '../../questions/playbooks.ts';
import type { Acted } from '../acts/use-acts.ts';
import type { Api } from '../api/client.ts';
import { useCalls } from '../calls/use-calls.ts';
import type { Clocks } from '../clock/brussels-time.ts';
import type { Draft } from '../drafts/draft.ts';
import {
  type Case,
  canBeThrownAway,
  caseUrgency,
  firstRead,
  hasDanger,
  hasMinor,
  isAlarm,
  isOneOfGroup,
  isUnowned,
  type OpenedFirst,
  saidOf,
} from '../inbox/cases.ts';
import { laterDialog } from '../later/later-dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { PassOn } from '../pass-on/pass-on.tsx';
import { useHandoffs } from '../pass-on/use-handoffs.ts';
import { phraseLanguage } from '../playbooks/phrase-language.ts';
import { CaseEnd } from '../retention/case-end.tsx';
import { AnswerBox } from '../thread/answer-box.tsx';
import { NoteBox } from '../thread/note-box.tsx';
import { ThreadView } from '../thread/thread.tsx';
import { Unfinished } from '../thread/unfinished.tsx';
import { useThread } from '../thread/use-thread.ts';
import { Writing } from '../thread/writing.tsx';
import { withPasses } from '../timeline/passes.ts';
import { callsIn, timelineOf } from '../timeline/timeline.ts';
import type { VaultClient } from '../vault/client.ts';
import type { OpeningFault } from '../vault/requests.ts';
import { openingFaultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { Ended } from './ended.tsx';
import { First } from './first.tsx';
import { PurgedView } from './no-case.tsx';
import { ReferralHead } from './referral-head.tsx';
import { Spoken } from './spoken.tsx';
import { useReadMark } from './use-read-mark.ts';

const OutcomeDialog = laterDialog(() =>
  import('../calls/outcome-dialog.tsx').then((file) => file.OutcomeDialog),
);

type Props = {
  api: Api;
  vault: VaultClient;
  one: Case;
  /** What members call it: `K7M2`. */
  reference: string;
  member: Member;
  /** By the worker's clock, Unix seconds. */
  now: number;
  clocks: Clocks;
  /** What became of taking it, when it did not go as asked. */
  notice: string | null;
  /** What is asked where a colleague changed it before this member did. */
  conflict: ComponentChildren;
  /** Whether it is no longer in the list. */
  gone: boolean;
  draft: (item: FirstItem) => Draft;
  /** Takes it, since who answers has it. */
  onTake: () => Promise<Acted>;
  onSent: () => void;
  /** Whether the member calls, and nothing is to be seen; called when they begin to. */
  calling: boolean;
  onCalling: () => void;
  /** Called when the person has deleted it. */
  onDeleted: (id: string) => void;
  /** Called when the worker does not know it, and nothing says why. */
  onMissing: () => unknown;
  /** Called when a member has deleted it for good here. */
  onPurged: (id: string) => void;
};

type OpenedProps = Omit<Props, 'one' | 'reference' | 'notice' | 'conflict' | 'onPurged'> &
  Pick<Case, 'row' | 'doubt'> & {
    /** What is known of it beside its answers. */
    beside: Beside;
    opened: Extract<OpenedFirst, { ok: true }>;
  };

function OpenedThread(props: OpenedProps) {
  const { api, vault, row, opened, doubt, member, now, clocks, gone, draft } = props;
  const me = member.id;
  const { onTake, onSent, onDeleted, onMissing } = props;
  const { item, weak } = opened;
  const { text } = useWords();
  // What left the list is asked for once more: it may be closed, or deleted.
  const version = `${row.rev} ${row.entries ?? 0}${gone ? ' gone' : ''}`;
  const { reload, ...open } = useThread(api, vault, row.id, firstRead(opened), version);
  useReadMark(api, row);
  const begun = draft(item);
  const handed = useHandoffs(api, vault, row);
  const to = item.kind === 'referral' && item.answer.way === 'call-trusted' ? 'trusted' : 'person';
  const { thread } = open;
  const calls = useCalls({
    draft: begun,
    to,
    thread,
    reload,
    now: clocks.device,
    onCalling: props.onCalling,
  });
  const passes = handed.handoffs;
  const happened = useMemo(
    () => (thread ? withPasses(timelineOf(thread), passes, now) : []),
    [thread, passes, now],
  );
  const numberCalls = {
    known: thread && callsIn(happened),
    open: calls.since !== undefined && !calls.asking,
    onReason: calls.onReason,
    onCall: calls.onCall,
    onOutcome: () => calls.setAsking(true),
  };
  const code = open.fault?.code;
  const deleted = code === 'deleted';
  useEffect(() => {
    if (deleted) onDeleted(row.id);
    if (code === 'not_found') onMissing();
  }, [deleted, code, onDeleted, onMissing, row.id]);
  if (deleted) return null;
  const unfit = open.thread !== null && !open.thread.fits;
  const closed = row.state === 'closed';
  const shut = closed || doubt !== undefined || unfit || weak === true;
  const mute = shut || isOneOfGroup({ opened });
  return (
    <>
      {unfit && !doubt && <Notice>{text('doubt.unfitText')}</Notice>}
      {weak && <Notice>{text('answer.weak')}</Notice>}
      <First item={item} beside={props.beside} clocks={clocks} calls={numberCalls} />
      {item.kind === 'referral' && (
        <PassOn
          api={api}
          vault={vault}
          referral={item}
          member={member}
          now={now}
          draft={begun}
          handed={handed}
          thread={mute ? null : open.thread}
          reload={reload}
          onTake={onTake}
          onSent={onSent}
        />
      )}
      <ThreadView
        open={open}
        happened={happened}
        receivedAt={row.receivedAt}
        me={me}
        now={now}
        onReload={() => void reload()}
      />
      {(mute || !open.thread) && <Unfinished label={text('answer.label')} text={begun.text()} />}
      {!open.thread && <Unfinished label={text('note.label')} text={begun.note()} />}
      {open.thread && (
        <Writing
          first={begun.text() === '' && begun.note() !== '' ? 'note' : 'answer'}
          answer={
            mute ? null : (
              <AnswerBox
                api={api}
                vault={vault}
                draft={begun}
                thread={open.thread}
                writes={item.kind === 'referral' ? phraseLanguage(item) : item.formLanguage}
                phrases={item.kind === 'referral'}
                spoken={<Spoken item={item} />}
                me={me}
                reload={reload}
                onTake={onTake}
                onSent={onSent}
                onDeleted={() => onDeleted(row.id)}
                onMissing={onMissing}
              />
            )
          }
          note={
            <NoteBox draft={begun} thread={open.thread} reload={reload} onDeleted={() => onDeleted(row.id)} />
          }
        />
      )}
      {calls.asking && !props.calling && calls.since !== undefined && item.kind === 'referral' && (
        <OutcomeDialog
          key={calls.since}
          since={calls.since}
          answer={item.answer}
          now={now}
          busy={calls.busy}
          fault={calls.fault}
          line={calls.line}
          onLine={calls.onLine}
          onOutcome={(outcome, line) => void calls.onOutcome(outcome, line)}
          onClose={() => calls.setAsking(false)}
        />
      )}
    </>
  );
}

/** What can't be read, and why. Once a member has looked, it presses the intake no more. */
function Unread({ api, row, code }: { api: Api; row: Case['row']; code: OpeningFault }) {
  const { text } = useWords();
  useReadMark(api, row);
  return <p class="warning">{openingFaultText(code, text)}</p>;
}

/** An open referral or request: its answers, what was written at length, its messages, and the box to answer in. */
export function ReferralView(props: Props) {
  const { one, reference, notice, conflict, onPurged, ...rest } = props;
  const { text } = useWords();
  const { row, opened } = one;
  const [purged, setPurged] = useState(false);
  const forget = () => {
    setPurged(true);
    onPurged(row.id);
  };
  if (purged) return <PurgedView />;
  return (
    <article
      class="referral"
      data-urgency={caseUrgency(one) ?? 'none'}
      data-alarm={isAlarm(one)}
      data-owner={isUnowned(one) ? 'nobody' : 'somebody'}
      aria-labelledby="referral-title"
    >
      <ReferralHead one={one} reference={reference} me={rest.member.id} now={rest.now} />
      {one.doubt && <Notice>{text(`doubt.${one.doubt}Text`)}</Notice>}
      {rest.gone && <Notice>{text('referral.gone')}</Notice>}
      {notice && <Notice key={notice}>{notice}</Notice>}
      {conflict}
      {row.state === 'closed' && <Ended one={one} />}
      <CaseEnd api={rest.api} row={row} onPurged={forget} />
      {opened.ok ? (
        <OpenedThread
          {...rest}
          row={row}
          doubt={one.doubt}
          beside={{ byHand: hasDanger(one) ? 'now' : saidOf(one)?.urgency, minor: hasMinor(one) }}
          opened={opened}
        />
      ) : canBeThrownAway(one) ? (
        <Unread api={rest.api} row={row} code={opened.code} />
      ) : (
        <p class="warning">{openingFaultText(opened.code, text)}</p>
      )}
    </article>
  );
}
