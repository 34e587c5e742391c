import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { Field } from './field.tsx';

type Props = {
  label: string;
  hint?: string;
  error?: string | null;
  inputRef: RefObject<HTMLInputElement | null>;
};

/** Reads what is in a secret field, once: the field is empty afterwards. */
export function takeSecretFrom({ current }: RefObject<HTMLInputElement | null>): string {
  if (!current) return '';
  const { value } = current;
  current.value = '';
  return value;
}

/**
 * A field for a passphrase. Nothing of ours holds what is typed: no state, no property, no closure; whoever needs it
 * takes it from the field (`takeSecretFrom`).
 *
 * It hides what is typed, since an open office or a bus looks on, and so that keyboards learn nothing of it. But no
 * browser may offer to save it into an account that is synced to other devices: for that it calls itself a one-time
 * code, which Chromium's password manager leaves alone (it takes no notice of `off`), and it is empty before anything
 * is sent, which is when the others would ask.
 */
export function SecretField({ label, hint, error = null, inputRef }: Props) {
  const { text } = useWords();
  const [shown, setShown] = useState(false);
  const input = {
    ref: inputRef,
    'data-field': 'passphrase',
    autocomplete: 'one-time-code',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: false,
    translate: false,
    'data-1p-ignore': true,
    'data-lpignore': 'true',
    'data-bwignore': true,
    'aria-invalid': error !== null,
  } as const;
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <>
          {shown ? (
            <input {...control} {...input} type="text" />
          ) : (
            <input {...control} {...input} type="password" />
          )}
          <button class="small" type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {text(shown ? 'field.hide' : 'field.show')}
            <span class="visually-hidden"> {label}</span>
          </button>
        </>
      )}
    </Field>
  );
}
