import { dayAndClock } from '../clock/brussels-time.ts';
import { Notice } from '../parts/notice.tsx';
import { Typed } from '../parts/typed.tsx';
import { faultText, openingFaultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { ThreadMessage } from './load-thread.ts';
import type { OpenThread } from './use-thread.ts';

function Message({ message, now, fresh }: { message: ThreadMessage; now: number; fresh: boolean }) {
  const { text, language } = useWords();
  const { row, opened } = message;
  const author =
    row.author === 'reporter' ? text('thread.reporter') : (row.member?.name ?? text('changed.someone'));
  return (
    <li class={`message message-${row.author}`} data-message={row.author}>
      <p class="message-top">
        <b>{author}</b> · {dayAndClock(row.at, now, language)}
        {opened.ok &&
          opened.written !== undefined &&
          ` · ${text('thread.written', { time: dayAndClock(opened.written, now, language) })}`}
        {fresh && <span class="row-news">{text('thread.new')}</span>}
      </p>
      {opened.ok && opened.wrong && (
        <p class="warning" data-wrong={opened.wrong}>
          {text(`thread.wrong.${opened.wrong}`)}
        </p>
      )}
      {opened.ok && opened.says ? (
        <p class="unsaid">{text(`thread.said.${opened.says}`)}</p>
      ) : opened.ok ? (
        <Typed long message>
          {opened.text}
        </Typed>
      ) : (
        <p class="unsaid">{`${text('row.unopened')}. ${openingFaultText(opened.code, text)}`}</p>
      )}
    </li>
  );
}

type Props = { open: OpenThread; me: string; now: number; onReload: () => void };

/** The messages of both sides, oldest first. */
export function ThreadView({ open, me, now, onReload }: Props) {
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
      {thread?.messages.length === 0 && <p class="unsaid">{text('thread.empty')}</p>}
      <ol class="messages">
        {thread?.messages.map((message) => (
          <Message
            key={message.row.id}
            message={message}
            now={now}
            fresh={fresh.has(message.row.id) && message.row.member?.id !== me}
          />
        ))}
      </ol>
    </section>
  );
}
