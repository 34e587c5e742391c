import type { RefObject } from 'preact';
import { Field } from './field.tsx';

type Props = {
  label: string;
  /** Names the field for tests. */
  field: 'name' | 'way-name';
  value: string;
  onValue: (value: string) => void;
  hint?: string;
  error?: string | null;
  inputRef?: RefObject<HTMLInputElement | null>;
};

/** A field of one line with its label, hint and error. */
export function TextField({ label, field, value, onValue, hint, error = null, inputRef }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
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
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
