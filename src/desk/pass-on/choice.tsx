import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Props<Value extends string> = {
  legend: string;
  options: readonly (readonly [Value, string])[];
  chosen: Value | null;
  onChoose: (value: Value) => void;
};

/** One of a few. */
export function Choice<Value extends string>({ legend, options, chosen, onChoose }: Props<Value>) {
  const name = useId();
  return (
    <fieldset class="pass-choice">
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            data-choice={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** Some words of the member's own, with their label. */
export function Words({
  label,
  value,
  limit,
  onValue,
  children,
}: {
  label: string;
  value: string;
  limit: number;
  onValue: (value: string) => void;
  children?: ComponentChildren;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      <textarea
        id={id}
        rows={2}
        maxLength={limit}
        autocomplete="off"
        translate={false}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
