import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useWords } from '../words.ts';

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
  const id = useId();
  const [shown, setShown] = useState(false);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const input = {
    id,
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
    ...(described ? { 'aria-describedby': described } : {}),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {text('field.error', { error })}
        </p>
      )}
      <div class="field-line">
        {shown ? <input {...input} type="text" /> : <input {...input} type="password" />}
        <button class="small" type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {text(shown ? 'field.hide' : 'field.show')}
          <span class="visually-hidden"> {label}</span>
        </button>
      </div>
    </div>
  );
}
