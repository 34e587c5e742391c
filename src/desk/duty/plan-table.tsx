import type { DutySpan, Rank } from '../../protocol/wire/api/duty.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import { namedTime } from '../clock/brussels-time.ts';
import { useWords } from '../words/words.ts';
import { isNearGap } from './warnings.ts';

type Props = {
  spans: readonly DutySpan[];
  now: number;
  onChange: (span: DutySpan, rank: Rank) => void;
};

/** Who is planned in the coming two weeks, a row for each change; where somebody is missing soon it is red. */
export function PlanTable({ spans, now, onChange }: Props) {
  const { text, language } = useWords();
  const at = (time: number) => namedTime(time, 0, language);
  const cell = (span: DutySpan, rank: Rank, member: Member | null) => (
    <td data-missing={member === null}>
      <button
        class="plain"
        type="button"
        aria-label={text('duty.change', {
          rank: text(`duty.${rank}`),
          name: member?.name ?? text('duty.nobody'),
          time: at(span.from),
        })}
        onClick={() => onChange(span, rank)}
      >
        {member?.name ?? text('duty.nobody')}
      </button>
    </td>
  );
  return (
    <table class="plan">
      <thead>
        <tr>
          <th scope="col">{text('duty.when')}</th>
          <th scope="col">{text('duty.first')}</th>
          <th scope="col">{text('duty.backup')}</th>
        </tr>
      </thead>
      <tbody>
        {spans.map((span) => (
          <tr key={span.from} data-gap={isNearGap(span, now)}>
            <th scope="row">
              {at(Math.max(span.from, Math.floor(now / 60) * 60))} – {at(span.until)}
            </th>
            {cell(span, 'first', span.first)}
            {cell(span, 'backup', span.backup)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
