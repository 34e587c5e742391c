import { useRef, useState } from 'preact/hooks';
import { MemberName } from '../../protocol/api.ts';
import { PASSPHRASE_MINIMUM } from '../../protocol/passphrase.ts';
import type { Enrol } from '../enrolment.ts';
import { faultText } from '../fault-text.ts';
import { Notice } from '../parts/notice.tsx';
import { TextField } from '../parts/text-field.tsx';
import { suggestPassphrase } from '../passphrase-suggestion.ts';
import type { Session } from '../session.ts';
import { useWords } from '../words.ts';

type Props = { enrol: Enrol; onSession: (session: Session) => void };
type Errors = { name?: string; passphrase?: string; again?: string; form?: string };

/** The length of a passphrase as it will be stretched: runs of spaces count once. */
function passphraseLength(passphrase: string): number {
  return [...passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ')].length;
}

/** Name and passphrase of a new member. Whatever goes wrong, what was typed stays. */
export function JoinForm({ enrol, onSession }: Props) {
  const { text } = useWords();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [suggestion, setSuggestion] = useState(() => suggestPassphrase());
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const passphraseInput = useRef<HTMLInputElement>(null);
  const againInput = useRef<HTMLInputElement>(null);

  const fail = (found: Errors) => {
    setErrors(found);
    if (found.name) nameInput.current?.focus();
    else if (found.passphrase) passphraseInput.current?.focus();
    else if (found.again) againInput.current?.focus();
  };

  const check = (): Errors => {
    const found: Errors = {};
    if (!MemberName.safeParse(name.trim()).success) found.name = text('invite.badName');
    if (passphraseLength(passphrase) < PASSPHRASE_MINIMUM) {
      found.passphrase = text('invite.short', { count: PASSPHRASE_MINIMUM });
    } else if (passphrase !== again) found.again = text('invite.different');
    return found;
  };

  const submit = async () => {
    if (busy) return;
    const found = check();
    fail(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const result = await enrol(name.trim(), passphrase);
    setBusy(false);
    if (result.ok) return onSession(result.session);
    const { fault } = result;
    if (fault.code === 'conflict') fail({ name: text('invite.nameTaken') });
    else if (fault.code === 'invite_gone' || fault.code === 'not_found') fail({ form: text('invite.gone') });
    else fail({ form: faultText(fault, text) });
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{text('invite.lead')}</p>
      {errors.form && <Notice focus>{errors.form}</Notice>}
      <TextField
        label={text('field.name')}
        field="name"
        autocomplete="username"
        hint={text('invite.nameHint')}
        error={errors.name ?? null}
        value={name}
        onValue={setName}
        inputRef={nameInput}
      />
      <TextField
        label={text('field.passphrase')}
        field="passphrase"
        autocomplete="new-password"
        secret
        hint={text('invite.passphraseHint', { count: PASSPHRASE_MINIMUM })}
        error={errors.passphrase ?? null}
        value={passphrase}
        onValue={setPassphrase}
        inputRef={passphraseInput}
      />
      <div class="suggestion">
        <p class="suggested" translate={false} data-value="suggestion">
          {suggestion}
        </p>
        <button class="small" type="button" onClick={() => setSuggestion(suggestPassphrase())}>
          {text('invite.another')}
        </button>
        <p class="hint">{text('invite.writeDown')}</p>
      </div>
      <TextField
        label={text('invite.again')}
        field="passphrase-again"
        autocomplete="new-password"
        secret
        error={errors.again ?? null}
        value={again}
        onValue={setAgain}
        inputRef={againInput}
      />
      <button class="primary" type="submit" data-action="join" aria-disabled={busy}>
        {text('invite.action')}
      </button>
      <p class="busy" role="status">
        {busy && text('invite.busy')}
      </p>
    </form>
  );
}
