import { dayAndClock, namedTime } from '../clock/brussels-time.ts';
import { Typed } from '../parts/typed.tsx';
import { openingFaultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { ThreadMessage } from './load-thread.ts';

/** A message of either side. `fresh`: it came while the case was open. */
export function Message({ message, now, fresh }: { message: ThreadMessage; now: number; fresh: boolean }) {
  const { text, language } = useWords();
  const { row, opened } = message;
  const author =
    row.author === 'reporter' ? text('thread.reporter') : (row.member?.name ?? text('changed.someone'));
  return (
    <div class={`message message-${row.author}`} data-message={row.author}>
      <p class="message-top">
        <b>{author}</b> · {dayAndClock(row.at, now, language)}
        {opened.ok &&
          opened.written !== undefined &&
          ` · ${text('thread.written', { time: namedTime(opened.written, now, language) })}`}
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
    </div>
  );
}
