import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { Progress } from './use-shift.ts';

type Props = { progress: Progress; names: ReadonlyMap<string, string> };

/** How far it came: what is done, what is not, and why. */
export function ProgressNotice({ progress: { done, left, fault }, names }: Props) {
  const { text } = useWords();
  const list = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? '').join(', ');
  if (!fault) return null;
  return (
    <Notice focus>
      {done.length > 0 && <p>{text('handover.done', { list: list(done) })}</p>}
      <p>{text('handover.left', { list: list(left) })}</p>
      <p>
        {['changed', 'deleted', 'not_found'].includes(fault.code)
          ? text('handover.changed')
          : faultText(fault, text)}
      </p>
    </Notice>
  );
}
