import { useWords } from '../words/words.ts';
import type { Duty } from './use-duty.ts';
import { dutyFault } from './warnings.ts';

type Props = { duty: Duty; now: number; onOpen: () => void };

/** Who has duty, in one line of every view; red, with what is wrong, where somebody is missing. Opens the table of duty. */
export function DutyLine({ duty: { body: duty }, now, onOpen }: Props) {
  const { text } = useWords();
  if (!duty) return null;
  const fault = dutyFault(duty, now);
  const { first, backup } = duty;
  return (
    <p class="duty-line" data-fault={fault ?? 'none'}>
      <button type="button" data-action="duty" onClick={onOpen}>
        {first.held && <span>{text('duty.line.first', { name: first.held.member.name })}</span>}
        {backup.held && <span>{text('duty.line.backup', { name: backup.held.member.name })}</span>}
        {fault && <strong>{text(`duty.fault.${fault}`)}</strong>}
      </button>
    </p>
  );
}
