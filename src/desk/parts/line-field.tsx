import type { RefObject } from 'preact';
import { STATE_LIMIT } from '../../../protocol/items/kinds/state.ts';
import { Field } from '../../parts/field.tsx';

type Props = {
  label: string;
  hint?: string;
  value: string;
  /** The most UTF-16 code units. */
  limit?: number;
  error?: string | null;
  inputRef?: RefObject<HTMLInputElement | null>;
  onValue: (value: string) => void;
};

/** A line that only the team reads. */
export function LineField({
  label,
  hint,
  value,
  limit = STATE_LIMIT,
  error = null,
  inputRef,
  onValue,
}: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          type="text"
          maxLength={limit}
          autocomplete="off"
          spellcheck={false}
          translate={false}
          value={value}
          aria-invalid={error !== null}
          {...(inputRef ? { ref: inputRef } : {})}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
