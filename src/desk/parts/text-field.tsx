import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '../words.ts';

type Props = {
  label: string;
  /** Names the field for tests. */
  field: 'name';
  value: string;
  onValue: (value: string) => void;
  hint?: string;
  error?: string | null;
  inputRef?: RefObject<HTMLInputElement | null>;
};

/** A field of one line with its label, hint and error. */
export function TextField({ label, field, value, onValue, hint, error, inputRef }: Props) {
  const { text } = useWords();
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
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
        <input
          id={id}
          type="text"
          data-field={field}
          autocomplete="username"
          autocapitalize="words"
          autocorrect="off"
          spellcheck={false}
          translate={false}
          value={value}
          aria-invalid={Boolean(error)}
          {...(inputRef ? { ref: inputRef } : {})}
          {...(described ? { 'aria-describedby': described } : {})}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
