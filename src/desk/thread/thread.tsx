import { Notice } from '../parts/notice.tsx';
import type { Happened } from '../timeline/timeline.ts';
import { TimelineView } from '../timeline/timeline-view.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { OpenThread } from './use-thread.ts';

type Props = {
  open: OpenThread;
  happened: readonly Happened[];
  receivedAt: number;
  me: string;
  now: number;
  onReload: () => void;
};

/** What happened in a thread, oldest first. */
export function ThreadView({ open, happened, receivedAt, me, now, onReload }: Props) {
  const { text } = useWords();
  const { thread, fault, fresh } = open;
  return (
    <section class="thread" aria-labelledby="thread-title">
      <h2 id="thread-title">{text('thread.title')}</h2>
      {fault && (
        <>
          <Notice>{faultText(fault, text)}</Notice>
          <button class="quiet" type="button" onClick={onReload}>
            {text('thread.again')}
          </button>
        </>
      )}
      {!thread && !fault && <p>{text('thread.loading')}</p>}
      {thread && <TimelineView happened={happened} receivedAt={receivedAt} now={now} me={me} fresh={fresh} />}
    </section>
  );
}
