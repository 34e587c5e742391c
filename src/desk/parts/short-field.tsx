import { Field } from './field.tsx';

type Props = {
  label: string;
  hint?: string;
  error?: string | null;
  /** The keys that a telephone offers. */
  keys: 'numeric' | 'tel';
  value: string;
  onValue: (value: string) => void;
};

/** A field for a few digits, as they are typed: what they say is read where they are used. */
export function ShortField({ label, hint, error = null, keys, value, onValue }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode={keys}
          autocomplete="off"
          value={value}
          aria-invalid={error !== null}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** The whole number that was typed; null where it is none, lies outside these bounds or has more digits than `most`. */
export function numberIn(typed: string, least: number, most: number): number | null {
  const digits = typed.trim();
  const number = /^\d+$/.test(digits) && digits.length <= String(most).length ? Number(digits) : Number.NaN;
  return number >= least && number <= most ? number : null;
}
