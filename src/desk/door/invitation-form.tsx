import { useRef, useState } from 'preact/hooks';
import { MemberName } from '../../protocol/wire/api/member.ts';
import type { DeskFault } from '../api/result.ts';
import { Field } from '../parts/field.tsx';
import { LineField } from '../parts/line-field.tsx';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import type { Text } from '../words/text.ts';
import { useWords } from '../words/words.ts';

type Props = {
  /** The code of the invitation, where the page was opened with one; then it is not asked for. */
  code: string | null;
  /** Opens the invitation; null when it is open. */
  onOpen: (typed: string, name: string) => Promise<DeskFault | null>;
};

type Errors = { code?: string; name?: string; form?: string };

function errorsOf(fault: DeskFault, text: Text): Errors {
  switch (fault.code) {
    case 'conflict':
      return { name: text('invite.nameTaken') };
    case 'code_length':
    case 'code_check':
      return { code: text('invite.badCode') };
    case 'invite_gone':
    case 'invite_seen':
      return { form: text(fault.code === 'invite_seen' ? 'invite.seen' : 'invite.gone') };
    default:
      return { form: faultText(fault, text) };
  }
}

/** The code of an invitation and the name of who was invited. Opening it is done once, and by one page. */
export function InvitationForm({ code, onOpen }: Props) {
  const { text } = useWords();
  const [name, setName] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const codeInput = useRef<HTMLInputElement>(null);
  const nameInput = useRef<HTMLInputElement>(null);

  const fail = (found: Errors) => {
    setErrors(found);
    if (found.code) codeInput.current?.focus();
    else if (found.name) nameInput.current?.focus();
  };

  const submit = async () => {
    if (busy) return;
    const parsed = MemberName.safeParse(name);
    if (!parsed.success) return fail({ name: text('invite.badName') });
    setErrors({});
    setBusy(true);
    const fault = await onOpen(code ?? codeInput.current?.value ?? '', parsed.data);
    setBusy(false);
    if (fault) fail(errorsOf(fault, text));
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
      {code === null && (
        <Field label={text('invite.code')} hint={text('invite.codeHint')} error={errors.code ?? null}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              spellcheck={false}
              data-field="code"
              aria-invalid={Boolean(errors.code)}
              ref={codeInput}
            />
          )}
        </Field>
      )}
      <LineField
        label={text('field.name')}
        of="name"
        hint={text('invite.nameHint')}
        error={errors.name ?? null}
        value={name}
        onValue={setName}
        inputRef={nameInput}
      />
      <button class="primary" type="submit" data-action="open-invitation" aria-disabled={busy}>
        {text('invite.open')}
      </button>
    </form>
  );
}
