import { dayAndClock } from '../clock/brussels-time.ts';
import type { Happened } from '../timeline/timeline.ts';
import { useWords } from '../words/words.ts';
import { callText } from './call-words.ts';

/** The calls of a thread, newest first; null while they are not known. */
export type KnownCalls = readonly Extract<Happened, { kind: 'call' }>[] | null;

/** How many are told: the others stand in the timeline. */
const TOLD = 3;

/** What colleagues did with a number before: to be read before it is shown. */
export function CallsBefore({ calls, now }: { calls: KnownCalls; now: number }) {
  const { text, language } = useWords();
  if (calls?.length === 0) return null;
  return (
    <div class="calls-before" data-value="calls-before">
      {calls === null && <p>{text('call.unknown')}</p>}
      {calls?.slice(0, TOLD).map(({ id, at, by, call }) => (
        <p key={id}>
          <b translate={false}>{by?.name ?? text('changed.someone')}</b>{' '}
          {`${dayAndClock(at, now, language)}: ${callText(call, text)}`}
        </p>
      ))}
    </div>
  );
}
