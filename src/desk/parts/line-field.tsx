import type { JSX, RefObject } from 'preact';
import { Field } from './field.tsx';

const OWN_WORDS = { spellcheck: false, translate: false } as const;

/** What may stand on a line, and how a device helps with it: it shows the keys for it, and keeps nothing but a member’s own name. */
const LINES = {
  words: { autocomplete: 'off', ...OWN_WORDS },
  name: { autocomplete: 'username', autocapitalize: 'words', autocorrect: 'off', ...OWN_WORDS },
  digits: { autocomplete: 'off', inputMode: 'numeric' },
  telephone: { autocomplete: 'off', inputMode: 'tel' },
} as const satisfies Readonly<Record<string, JSX.IntrinsicElements['input']>>;

type Props = {
  label: string;
  of: keyof typeof LINES;
  value: string;
  onValue: (value: string) => void;
  hint?: string;
  error?: string | null;
  /** The most UTF-16 code units. */
  limit?: number;
  inputRef?: RefObject<HTMLInputElement | null>;
};

/** A field of one line with its label, hint and error. What was typed is read where it is used. */
export function LineField({ label, of, value, onValue, hint, error = null, limit, inputRef }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          {...LINES[of]}
          type="text"
          data-field={of}
          value={value}
          aria-invalid={error !== null}
          {...(limit === undefined ? {} : { maxLength: limit })}
          {...(inputRef ? { ref: inputRef } : {})}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
