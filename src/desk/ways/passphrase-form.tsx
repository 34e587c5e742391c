import { useMemo, useRef, useState } from 'preact/hooks';
import type { WaysBody } from '../../protocol/wire/api/ways.ts';
import type { Api } from '../api/client.ts';
import { useSlow } from '../clock/use-slow.ts';
import { Drawn } from '../door/drawn.tsx';
import { drawnIn } from '../door/drawn-passphrase.ts';
import { FromPaper } from '../door/from-paper.tsx';
import type { Session } from '../door/session.ts';
import { Notice } from '../parts/notice.tsx';
import { takeSecretFrom } from '../parts/secret-field.tsx';
import { useWords } from '../words/words.ts';
import { addPassphrase } from './add-way.ts';
import { addFaultText } from './way-words.ts';

type Props = { api: Api; session: Session; known: WaysBody; onAdded: () => void; onBack: () => void };

/** Adds a second passphrase: it is drawn, written on a paper of its own and typed once from there. */
export function PassphraseForm({ api, session, known, onAdded, onBack }: Props) {
  const { text } = useWords();
  const { vault } = session;
  const [step, setStep] = useState<'read' | 'type'>('read');
  const [wrong, setWrong] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const slow = useSlow(busy);
  const passphrase = useMemo(() => drawnIn(vault), [vault]);

  const submit = async () => {
    if (busy) return;
    if (step === 'read') return setStep('type');
    const empty = field.current?.value === '';
    setWrong(empty ? text('invite.empty') : null);
    if (empty) return field.current?.focus();
    setSaid(null);
    setBusy(true);
    const added = await addPassphrase(api, session, known, takeSecretFrom(field));
    setBusy(false);
    if (added.ok) return onAdded();
    const words = addFaultText(added.fault, text);
    if (added.fault.code !== 'passphrase_other') {
      // What was drawn is used up once it was right: the next try draws another.
      setStep('read');
      return setSaid(words);
    }
    setWrong(words);
    field.current?.focus();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{text('ways.paperLead')}</p>
      {said && (
        <Notice focus key={said}>
          {said}
        </Notice>
      )}
      {step === 'read' ? <Drawn {...passphrase} /> : <FromPaper error={wrong} inputRef={field} />}
      <div class="buttons">
        <button
          class="primary"
          type="submit"
          data-action={step === 'read' ? 'written' : 'prove'}
          aria-disabled={busy}
        >
          {text(step === 'read' ? 'invite.written' : 'ways.prove')}
        </button>
        <button
          class="quiet"
          type="button"
          aria-disabled={busy}
          onClick={() => {
            if (busy) return;
            if (step === 'type') setStep('read');
            else onBack();
          }}
        >
          {text(step === 'type' ? 'invite.readAgain' : 'ways.back')}
        </button>
      </div>
      <p class="busy" role="status">
        {busy && text(slow ? 'invite.slow' : 'signIn.busy')}
      </p>
    </form>
  );
}
