import { useEffect, useRef, useState } from 'preact/hooks';
import { WayName, type WaysBody } from '../../protocol/wire/api/ways.ts';
import type { Api } from '../api/client.ts';
import type { Session } from '../door/session.ts';
import { LineField } from '../parts/line-field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';
import { addPasskey } from './add-way.ts';
import { canTouch } from './make-passkey.ts';
import { stopTouch } from './passkey.ts';
import { addFaultText } from './way-words.ts';

type Props = { api: Api; session: Session; known: WaysBody; onAdded: () => void; onBack: () => void };

/** Adds a passkey: says first what this device can't do, and who can open the desk with it; then asks for a touch. */
export function PasskeyForm({ api, session, known, onAdded, onBack }: Props) {
  const { text } = useWords();
  const [can, setCan] = useState<boolean | null | undefined>(undefined);
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState<'touch' | 'again' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    void canTouch().then(setCan);
    return stopTouch;
  }, []);

  const add = async () => {
    if (busy) return;
    const parsed = WayName.safeParse(name);
    setWrong(!parsed.success);
    if (!parsed.success) return field.current?.focus();
    setSaid(null);
    setBusy('touch');
    const added = await addPasskey(api, session, known, { name: parsed.data, again: () => setBusy('again') });
    setBusy(null);
    if (added.ok) onAdded();
    else setSaid(addFaultText(added.fault, text));
  };

  if (can === undefined) return null;
  const back = (
    <button class="quiet" type="button" onClick={onBack}>
      {text('ways.back')}
    </button>
  );
  if (can === false)
    return (
      <>
        <Notice focus>{text('ways.cannot')}</Notice>
        <div class="buttons">{back}</div>
      </>
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <p>{text('ways.touchLead')}</p>
      {can === null && <p class="hint">{text('ways.maybe')}</p>}
      {said && (
        <Notice focus key={said}>
          {said}
        </Notice>
      )}
      <LineField
        label={text('ways.name')}
        of="name"
        hint={text('ways.nameHint')}
        error={wrong ? text('ways.nameWrong') : null}
        value={name}
        onValue={setName}
        inputRef={field}
      />
      <div class="buttons">
        <button class="primary" type="submit" data-action="touch" aria-disabled={busy !== null}>
          {text('ways.touch')}
        </button>
        {back}
      </div>
      <p class="busy" role="status">
        {busy && text(busy === 'again' ? 'ways.again' : 'touch.busy')}
      </p>
    </form>
  );
}
