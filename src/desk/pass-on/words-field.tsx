import { useId } from 'preact/hooks';

/** Some words of the member's own, with their label. */
export function WordsField({
  label,
  value,
  limit,
  onValue,
}: {
  label: string;
  value: string;
  limit: number;
  onValue: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
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
