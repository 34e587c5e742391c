import type { ComponentChildren, RefObject, TargetedInputEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useWords } from '../words.ts';

type Props = {
  label: string;
  /** Names the field for tests. */
  field: 'name' | 'passphrase' | 'passphrase-again';
  autocomplete: 'username' | 'current-password' | 'new-password';
  value: string;
  onValue: (value: string) => void;
  secret?: boolean;
  hint?: ComponentChildren;
  error?: string | null;
  inputRef?: RefObject<HTMLInputElement | null>;
};

/** A field of one line with its label, hint and error; a secret one can be shown. */
export function TextField(props: Props) {
  const { label, field, autocomplete, value, onValue, secret = false, hint, error, inputRef } = props;
  const { text } = useWords();
  const id = useId();
  const [shown, setShown] = useState(false);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const input = {
    id,
    'data-field': field,
    autocomplete,
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: false,
    translate: false,
    value,
    'aria-invalid': Boolean(error),
    ...(inputRef ? { ref: inputRef } : {}),
    ...(described ? { 'aria-describedby': described } : {}),
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onValue(event.currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {text('field.error', { error })}
        </p>
      )}
      <div class="field-line">
        {secret && !shown ? <input {...input} type="password" /> : <input {...input} type="text" />}
        {secret && (
          <button class="small" type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {text(shown ? 'field.hide' : 'field.show')}
            <span class="visually-hidden"> {label}</span>
          </button>
        )}
      </div>
    </div>
  );
}
