import { dayAndClock } from '../clock/brussels-time.ts';
import { type Case, canBeChanged, isRequest } from '../inbox/cases.ts';
import { Field } from '../parts/field.tsx';
import { isFull, standOf } from '../state/stand.ts';
import { useWords } from '../words/words.ts';

/** The other cases, with what members call each. */
export type Others = readonly { one: Case; name: string }[];

/**
 * Those of some cases to which one can be linked: of its kind, and with room for it. `open`: nothing is merged into what
 * has ended.
 */
export function linkable(one: Case, others: Others, open = false): Others {
  return others.filter(
    ({ one: other }) =>
      canBeChanged(other) &&
      isRequest(other) === isRequest(one) &&
      !(open && other.row.state === 'closed') &&
      !isFull(standOf(other.said ?? null)),
  );
}

type Props = {
  label: string;
  others: Others;
  now: number;
  /** The id of the one that is chosen; empty where none is. */
  value: string;
  onValue: (id: string) => void;
};

/** Which of the other cases, by what members call it and when it came. */
export function OtherField({ label, others, now, value, onValue }: Props) {
  const { text, language } = useWords();
  return (
    <Field label={label} hint={undefined} error={null}>
      {(control) => (
        <select {...control} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
          <option value="">{text('next.chooseSame')}</option>
          {others.map(({ one, name }) => (
            <option key={one.row.id} value={one.row.id}>
              {name} · {dayAndClock(one.row.receivedAt, now, language)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
