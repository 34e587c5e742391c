import type { FirstItem } from '../../protocol/item.ts';
import type { Api } from '../api/client.ts';
import { dayAndClock } from '../brussels-time.ts';
import { type Case, caseDue, caseUrgency } from '../cases.ts';
import type { Draft } from '../drafts.ts';
import { openingFaultText } from '../fault-text.ts';
import { useFocusOnOpen } from '../hooks/use-focus-on-open.ts';
import { useThread } from '../hooks/use-thread.ts';
import { Notice } from '../parts/notice.tsx';
import { Typed } from '../parts/typed.tsx';
import { UrgencyMark } from '../parts/urgency-mark.tsx';
import { urgencyText } from '../referral-words.ts';
import { requestTitle } from '../request-words.ts';
import type { Text } from '../text.ts';
import { timeLeft } from '../time-left.ts';
import type { VaultClient } from '../vault/client.ts';
import { useWords } from '../words.ts';
import { AnswerBox } from './answer-box.tsx';
import { Answers } from './answers.tsx';
import { RequestAnswers } from './request-answers.tsx';
import { ThreadView } from './thread.tsx';

type Props = {
  api: Api;
  vault: VaultClient;
  one: Case;
  me: string;
  now: number;
  /** What became of taking it, when it did not go as asked. */
  notice: string | null;
  /** Whether it is no longer in the list. */
  gone: boolean;
  draft: (item: FirstItem) => Draft;
  onSent: () => void;
};

type OpenedProps = Omit<Props, 'one' | 'notice' | 'gone'> & { row: Case['row']; item: FirstItem };

/** What was written at length in the item that began a thread. */
function Story({ title, value, children }: { title: string; value: string; children: string }) {
  return (
    <section class="story" aria-labelledby="story-title">
      <h2 id="story-title">{title}</h2>
      <p>
        <Typed value={value}>{children}</Typed>
      </p>
    </section>
  );
}

/** What the item that began a thread says. */
function First({ item, now }: { item: FirstItem; now: number }) {
  const { text } = useWords();
  if (item.kind === 'request') {
    return (
      <>
        <RequestAnswers request={item} />
        <Story title={text('request.text')} value="text">
          {item.text}
        </Story>
      </>
    );
  }
  return (
    <>
      <Answers referral={item} now={now} />
      {item.story && (
        <Story title={text('referral.story')} value="story">
          {item.story}
        </Story>
      )}
    </>
  );
}

function OpenedThread({ api, vault, row, item, me, now, draft, onSent }: OpenedProps) {
  const version = `${row.rev}`;
  const { reload, ...open } = useThread(api, vault, row.id, item.mailbox, version);
  return (
    <>
      <First item={item} now={now} />
      <ThreadView open={open} me={me} now={now} onReload={() => void reload()} />
      {open.thread && (
        <AnswerBox draft={draft(item)} thread={open.thread} me={me} reload={reload} onSent={onSent} />
      )}
    </>
  );
}

/** What an open thread is called: its urgency, or what is asked for. */
function titleOf(one: Case, text: Text): string {
  if (!one.opened.ok) return text('row.unopened');
  const { item } = one.opened;
  return item.kind === 'request' ? requestTitle(item, text) : urgencyText(item, text);
}

/** An open referral or request: its answers, what was written at length, its messages, and the box to answer in. */
export function ReferralView(props: Props) {
  const { one, me, now, notice, gone, ...rest } = props;
  const { text, language } = useWords();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const { row, opened } = one;
  const urgency = caseUrgency(one);
  const due = caseDue(one);
  return (
    <article class="referral" data-urgency={urgency} aria-labelledby="referral-title">
      <h1 id="referral-title" tabIndex={-1} ref={heading}>
        <UrgencyMark urgency={urgency} />
        {titleOf(one, text)}
        {due !== null && <span class="row-time">{timeLeft(due, now, text)}</span>}
      </h1>
      <p class="received">
        {text('referral.received', { time: dayAndClock(row.receivedAt, now, language) })}
        {row.claimedBy &&
          ` · ${row.claimedBy.id === me ? text('row.mine') : text('row.taken', { name: row.claimedBy.name })}`}
      </p>
      {gone && <Notice>{text('referral.gone')}</Notice>}
      {notice && <Notice key={notice}>{notice}</Notice>}
      {opened.ok ? (
        <OpenedThread {...rest} me={me} row={row} item={opened.item} now={now} />
      ) : (
        <p>{openingFaultText(opened.code, text)}</p>
      )}
    </article>
  );
}
