import { useState } from 'preact/hooks';
import type { BellWaysBody } from '../../protocol/wire/api/bell-ways.ts';
import { Notice } from '../parts/notice.tsx';
import { ownScript } from '../scripts/own-scripts.ts';
import { useWords } from '../words/words.ts';
import { ability } from './ability.ts';
import { type Device, subscribe, unsubscribe } from './this-device.ts';
import type { Trial } from './trial.ts';
import { WayRow } from './way-row.tsx';

type Props = {
  known: BellWaysBody;
  device: Device | null;
  now: number;
  trial: Trial | null;
  /** Tells the worker where this device takes push; gives whether it has it. */
  onOn: (device: Device) => Promise<boolean>;
  onTry: (id: string) => void;
  onOff: (id: string) => Promise<void>;
};

/** This device: whether it is rung by push, switching that on and off, and trying it. */
export function DevicePart({ known, device, now, trial, onOn, onTry, onOff }: Props) {
  const { text, language, languages } = useWords();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const way = known.ways.find(({ id }) => id === device?.id);
  const able = ability();
  const { pushKey } = known;
  if (pushKey === undefined) return <p class="missing">{text('ring.unset')}</p>;
  if (able !== 'able') return <p class="missing">{text(`ring.${able}`)}</p>;

  const on = async () => {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    const path = languages.find(({ tag }) => tag === language)?.path ?? '';
    const subscribed = await subscribe(ownScript(`${path}bell.js`), pushKey);
    if (!subscribed) setFailed(true);
    else if (!(await onOn(subscribed))) await unsubscribe();
    setBusy(false);
  };
  if (way) {
    return (
      <WayRow
        way={way}
        name={text('ring.on')}
        remove={text('ring.switchOff')}
        now={now}
        trial={trial?.way === way.id ? trial : null}
        onTry={() => onTry(way.id)}
        onRemove={() => void unsubscribe().then(() => onOff(way.id))}
      />
    );
  }
  return (
    <>
      <p class="missing">{text('ring.off')}</p>
      {failed && <Notice focus>{text('ring.denied')}</Notice>}
      <button
        class="primary"
        type="button"
        data-action="push-on"
        aria-disabled={busy}
        onClick={() => void on()}
      >
        {text('ring.switchOn')}
      </button>
    </>
  );
}
