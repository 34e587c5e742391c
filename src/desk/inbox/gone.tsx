import { useState } from 'preact/hooks';
import type { Gone } from '../../protocol/wire/api/threads.ts';
import { dayAndClock } from '../clock/brussels-time.ts';
import { useWords } from '../words/words.ts';
import { goneLines } from './gone-lines.ts';

type Props = {
  gone: readonly Gone[];
  /** How many a member closed and deleted before this desk heard of it. */
  purged: number;
  now: number;
};

const DAY = 24 * 60 * 60;

/** Seconds for which is shown that something was deleted. */
const SHOWN = 30 * DAY;

/**
 * What the person deleted, or whoever had the code: that it was, when, and whether anybody had read it. Open where
 * something went within a day that nobody had.
 */
export function GoneThreads({ gone, purged, now }: Props) {
  const { text, language } = useWords();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const shown = gone.filter(({ deletedAt }) => deletedAt + SHOWN > now);
  const ended = purged > 0 && (
    <p class="list-note" data-group="purged">
      {text('gone.purged', { count: purged })}
    </p>
  );
  if (shown.length === 0) return ended || null;
  const missed = shown.some(({ readAt, deletedAt }) => readAt === undefined && deletedAt + DAY > now);
  const day = (at: number) => dayAndClock(at, now, language);
  return (
    <>
      {ended}
      <section class="folded" data-group="gone">
        <details open={chosen ?? missed} onToggle={(event) => setChosen(event.currentTarget.open)}>
          <summary>{text('gone.title', { count: shown.length })}</summary>
          <p class="list-note">{text('gone.why')}</p>
          <ul class="gone">
            {goneLines(shown).map(({ id, receivedAt, readAt, deletedAt, handedAt }) => (
              <li key={id} data-read={readAt !== undefined}>
                {text(readAt === undefined ? 'gone.unread' : 'gone.read', {
                  received: day(receivedAt),
                  deleted: day(deletedAt),
                })}
                {handedAt !== undefined && <b data-gone="handed"> {text('gone.handed')}</b>}
              </li>
            ))}
          </ul>
        </details>
      </section>
    </>
  );
}
