import { useState } from 'preact/hooks';
import type { WayIn } from '../../protocol/wire/api/ways.ts';
import { dayText, dayTextAt } from '../clock/day-text.ts';
import { useWords } from '../words/words.ts';

type Props = {
  way: WayIn;
  /** Whether they came in by it, whether it is their last, and whether its vault has the newest key. */
  here: boolean;
  last: boolean;
  current: boolean;
  busy: boolean;
  onRemove: () => void;
};

/** One way in: what it is, since when, and what removes it, asked twice. */
export function WayRow({ way, here, last, current, busy, onRemove }: Props) {
  const { text, language } = useWords();
  const [asking, setAsking] = useState(false);
  const name = way.kind === 'passphrase' ? text('ways.passphrase') : way.name;
  const used =
    way.usedDay === null ? text('ways.unused') : text('ways.used', { day: dayText(way.usedDay, language) });
  return (
    <li class="way" data-way={way.kind}>
      <h3>{name}</h3>
      <p class="hint">
        {text('ways.since', { day: dayTextAt(way.madeAt, language) })} {used}
      </p>
      {here && <p class="hint">{text('ways.here')}</p>}
      {!current && <p data-value="behind">{text('ways.behind')}</p>}
      {last ? null : asking ? (
        <>
          <p>{text('ways.removeAsk')}</p>
          <div class="buttons">
            <button
              class="primary"
              type="button"
              data-action="remove"
              aria-disabled={busy}
              onClick={onRemove}
            >
              {text('ways.removeYes')}
              <span class="visually-hidden"> {name}</span>
            </button>
            <button class="quiet" type="button" onClick={() => setAsking(false)}>
              {text('ways.keep')}
            </button>
          </div>
        </>
      ) : (
        <button class="small" type="button" data-action="ask-remove" onClick={() => setAsking(true)}>
          {text('ways.remove')}
          <span class="visually-hidden"> {name}</span>
        </button>
      )}
    </li>
  );
}
