import { useState } from 'preact/hooks';
import type { Gone } from '../../protocol/wire/api/threads.ts';
import { dayAndClock } from '../clock/brussels-time.ts';
import { useWords } from '../words/words.ts';

type Props = { gone: readonly Gone[]; now: number };

const DAY = 24 * 60 * 60;

/** Seconds for which is shown that something was deleted. */
const SHOWN = 30 * DAY;

/** Lines that are drawn: nobody reads more, and whoever sends much can delete as much. */
const MOST_LINES = 50;

/**
 * What the person deleted, or whoever had the code: that it was, when, and whether anybody had read it. Open where
 * something went within a day that nobody had.
 */
export function GoneThreads({ gone, now }: Props) {
  const { text, language } = useWords();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const shown = gone.filter(({ deletedAt }) => deletedAt + SHOWN > now).reverse();
  if (shown.length === 0) return null;
  const missed = shown.some(({ readAt, deletedAt }) => readAt === undefined && deletedAt + DAY > now);
  const day = (at: number) => dayAndClock(at, now, language);
  return (
    <section class="folded" data-group="gone">
      <details open={chosen ?? missed} onToggle={(event) => setChosen(event.currentTarget.open)}>
        <summary>{text('gone.title', { count: shown.length })}</summary>
        <p class="list-note">{text('gone.why')}</p>
        <ul class="gone">
          {shown.slice(0, MOST_LINES).map(({ id, receivedAt, readAt, deletedAt }) => (
            <li key={id} data-read={readAt !== undefined}>
              {text(readAt === undefined ? 'gone.unread' : 'gone.read', {
                received: day(receivedAt),
                deleted: day(deletedAt),
              })}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
