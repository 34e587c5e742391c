import type { BellWay } from '../../protocol/wire/api/bell-ways.ts';
import { namedTime } from '../clock/brussels-time.ts';
import { isProved } from '../duty/warnings.ts';
import { useWords } from '../words/words.ts';
import type { Trial } from './trial.ts';
import { TrialNotice } from './trial-notice.tsx';

type Props = {
  way: BellWay;
  /** What it is called. */
  name: string;
  /** What takes it away. */
  remove: string;
  now: number;
  trial: Trial | null;
  onTry: () => void;
  onRemove: () => void;
};

/** One way to ring the member: when it was last answered, trying it, and taking it away. */
export function WayRow({ way, name, remove, now, trial, onTry, onRemove }: Props) {
  const { text, language } = useWords();
  const { provedAt, madeAt } = way;
  return (
    <div class="way" data-channel={way.channel}>
      <p>
        {name} <span class="hint">{text('ring.since', { time: namedTime(madeAt, 0, language) })}</span>
      </p>
      <p class={isProved(provedAt, now) ? 'hint' : 'missing'}>
        {provedAt === undefined
          ? text('ring.never')
          : text('ring.last', { time: namedTime(provedAt, now, language) })}
      </p>
      {trial && <TrialNotice trial={trial} channel={way.channel} />}
      <div class="buttons">
        <button class="primary" type="button" data-action="try" onClick={onTry}>
          {text('ring.test')}
        </button>
        <button class="quiet" type="button" onClick={onRemove}>
          {remove}
        </button>
      </div>
    </div>
  );
}
