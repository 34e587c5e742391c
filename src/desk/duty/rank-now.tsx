import { useState } from 'preact/hooks';
import type { OnDuty, Rank } from '../../protocol/wire/api/duty.ts';
import { addBrusselsDays, namedTime, nextAt } from '../clock/brussels-time.ts';
import { useWords } from '../words/words.ts';
import { isProved } from './warnings.ts';

type Props = {
  rank: Rank;
  on: OnDuty;
  me: string;
  now: number;
  /** Whether the member's own telephone was heard to ring within a day. */
  proved: boolean;
  busy: boolean;
  onTake: (until: number) => void;
  onAlarm: () => void;
};

/** Until when somebody may take duty over, soonest first: the next changes of shift, and where the time of who has it ends. */
function proposedEnds(on: OnDuty, now: number): number[] {
  const ends = [nextAt(8, now), nextAt(20, now), addBrusselsDays(nextAt(8, now), 1)];
  return [...new Set([...(on.held ? [on.held.until] : []), ...ends])]
    .filter((end) => end > now + 1800)
    .sort((a, b) => a - b)
    .slice(0, 4);
}

/** Who has a rank now, with what is wrong with it, and taking it over in two taps: that, and until when. */
export function RankNow({ rank, on, me, now, proved, busy, onTake, onAlarm }: Props) {
  const { text, language } = useWords();
  const [asking, setAsking] = useState(false);
  const { held, awaited } = on;
  const at = (time: number) => namedTime(time, now, language);
  return (
    <section class="rank-now" data-rank={rank} data-held={held !== undefined}>
      <h3>{text(`duty.${rank}`)}</h3>
      {held ? (
        <p>
          <strong translate={false}>{held.member.name}</strong> {text('duty.until', { time: at(held.until) })}
        </p>
      ) : (
        <p class="missing">{text('duty.nobody')}</p>
      )}
      {held && (
        <p class={isProved(held.provedAt, now) ? 'hint' : 'missing'}>
          {isProved(held.provedAt, now)
            ? text('duty.proved', { time: at(held.provedAt) })
            : text('duty.lapsed')}
        </p>
      )}
      {awaited && (
        <p class="missing">
          {text(held ? 'duty.awaited' : 'duty.awaitedAlone', {
            name: awaited.member.name,
            holder: held?.member.name ?? '',
          })}
        </p>
      )}
      {asking && !proved && (
        <>
          <p class="missing">{text('duty.unproved')}</p>
          <button class="primary" type="button" onClick={onAlarm}>
            {text('ring.title')}
          </button>
        </>
      )}
      {asking && proved && (
        <fieldset class="ends">
          <legend>{text('duty.howLong')}</legend>
          {proposedEnds(on, now).map((end) => (
            <button
              class="quiet"
              type="button"
              key={end}
              aria-disabled={busy}
              onClick={() => {
                if (busy) return;
                setAsking(false);
                onTake(end);
              }}
            >
              {text('duty.until', { time: at(end) })}
            </button>
          ))}
        </fieldset>
      )}
      {held?.member.id !== me && !asking && (
        <button class="primary" type="button" data-take={rank} onClick={() => setAsking(true)}>
          {text(`duty.take.${rank}`)}
        </button>
      )}
    </section>
  );
}
