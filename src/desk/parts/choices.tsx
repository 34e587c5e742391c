import { useId } from 'preact/hooks';
import type { Choice } from './choice.ts';

type Props<Value extends string> = { legend: string; choices: readonly Choice<Value>[] };

/** One of several, with one tap; a second tap on the same takes it back. */
export function ChooseOne<Value extends string>({
  legend,
  choices,
  value,
  onChange,
}: Props<Value> & { value: Value | undefined; onChange: (value: Value | undefined) => void }) {
  const group = useId();
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type="radio"
            name={group}
            checked={choice.value === value}
            onClick={() => choice.value === value && onChange(undefined)}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Any of several, each with a tap. */
export function ChooseSome<Value extends string>({
  legend,
  choices,
  values,
  onChange,
}: Props<Value> & { values: readonly Value[]; onChange: (values: Value[]) => void }) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {choices.map(({ value, name }) => (
        <label class="choice" key={value}>
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...values, value] : values.filter((one) => one !== value))
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
