import type { Referral } from '../../protocol/referral.ts';
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
import { timeLeft } from '../time-left.ts';
import type { VaultClient } from '../vault/client.ts';
import { useWords } from '../words.ts';
import { AnswerBox } from './answer-box.tsx';
import { Answers } from './answers.tsx';
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
  draft: (referral: Referral) => Draft;
  onSent: () => void;
};

type OpenedProps = Omit<Props, 'one' | 'notice' | 'gone'> & { row: Case['row']; referral: Referral };

function OpenedReferralView({ api, vault, row, referral, me, now, draft, onSent }: OpenedProps) {
  const { text } = useWords();
  const version = `${row.rev}`;
  const { reload, ...open } = useThread(api, vault, row.id, referral.mailbox, version);
  return (
    <>
      <Answers referral={referral} now={now} />
      {referral.story && (
        <section class="story" aria-labelledby="story-title">
          <h2 id="story-title">{text('referral.story')}</h2>
          <p>
            <Typed value="story">{referral.story}</Typed>
          </p>
        </section>
      )}
      <ThreadView open={open} me={me} now={now} onReload={() => void reload()} />
      {open.thread && (
        <AnswerBox draft={draft(referral)} thread={open.thread} me={me} reload={reload} onSent={onSent} />
      )}
    </>
  );
}

/** An open referral: its answers, its story, its messages, and the box to answer in. */
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
        {opened.ok ? text(`urgency.${urgency}`) : text('row.unopened')}
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
        <OpenedReferralView {...rest} me={me} row={row} referral={opened.referral} now={now} />
      ) : (
        <p>{openingFaultText(opened.code, text)}</p>
      )}
    </article>
  );
}
