import { useEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_SHIFT, type PutShift, RANKS, type Rank } from '../../protocol/wire/api/duty.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import { momentOf, wallText } from '../clock/brussels-time.ts';
import { Field } from '../parts/field.tsx';
import { LineField } from '../parts/line-field.tsx';
import { numberIn } from '../parts/number-in.ts';
import { useWords } from '../words/words.ts';

/** What a row of the plan begins with. */
export type Planned = { rank: Rank; member: string | null; from: number; until: number };

type Props = {
  start: Planned;
  members: readonly Member[];
  busy: boolean;
  onGive: (shift: PutShift, days: number) => void;
  onCancel: () => void;
};

/** The most days in a row that are given at once. */
const MOST_DAYS = 31;

/** A row of the plan: who has which rank from when until when, and on how many days in a row. */
export function PlanForm({ start, members, busy, onGive, onCancel }: Props) {
  const { text } = useWords();
  const [rank, setRank] = useState<Rank>(start.rank);
  const [member, setMember] = useState(start.member ?? '');
  const [from, setFrom] = useState(wallText(start.from));
  const [until, setUntil] = useState(wallText(start.until));
  const [days, setDays] = useState('1');
  const [wrong, setWrong] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);

  const give = () => {
    const [begin, end] = [momentOf(from), momentOf(until)];
    const count = numberIn(days, 1, MOST_DAYS);
    const fits =
      begin !== null && end !== null && end > begin && end - begin <= LONGEST_SHIFT && count !== null;
    setWrong(!fits);
    if (!fits || busy) return;
    onGive({ rank, member: member === '' ? null : member, from: begin, until: end }, count);
  };
  return (
    <div class="plan-form">
      <Field label={text('duty.rank')} hint={undefined} error={null}>
        {(control) => (
          <select
            {...control}
            ref={first}
            value={rank}
            onChange={({ currentTarget: { value } }) =>
              setRank(RANKS.find((one) => one === value) ?? 'first')
            }
          >
            {RANKS.map((one) => (
              <option key={one} value={one}>
                {text(`duty.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={text('duty.who')} hint={undefined} error={null}>
        {(control) => (
          <select {...control} value={member} onChange={({ currentTarget: { value } }) => setMember(value)}>
            <option value="">{text('duty.nobody')}</option>
            {members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={text('duty.from')} hint={undefined} error={null}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            value={from}
            onInput={({ currentTarget: { value } }) => setFrom(value)}
          />
        )}
      </Field>
      <Field label={text('duty.to')} hint={undefined} error={wrong ? text('duty.wrong') : null}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            value={until}
            aria-invalid={wrong}
            onInput={({ currentTarget: { value } }) => setUntil(value)}
          />
        )}
      </Field>
      <LineField
        label={text('duty.days')}
        hint={text('duty.daysHint')}
        of="digits"
        value={days}
        onValue={setDays}
      />
      <div class="buttons">
        <button class="primary" type="button" aria-disabled={busy} onClick={give}>
          {text('duty.give')}
        </button>
        <button class="quiet" type="button" onClick={onCancel}>
          {text('duty.cancel')}
        </button>
      </div>
    </div>
  );
}
