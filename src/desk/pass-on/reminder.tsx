import { duration } from '../clock/time-left.ts';
import { type Case, hasDanger } from '../inbox/cases.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';
import { isForgotten } from './handed.ts';

type Props = {
  cases: readonly Case[];
  names: ReadonlyMap<string, string>;
  now: number;
  onOpen: (id: string) => void;
};

/** Calls to mind what was passed on long ago and no other centre has accepted: it is still ours. */
export function Reminder({ cases, names, now, onOpen }: Props) {
  const { text } = useWords();
  const forgotten = cases.filter((one) => isForgotten(one.row, hasDanger(one), now));
  if (forgotten.length === 0) return null;
  return (
    <Notice>
      {forgotten.map(({ row }) => (
        <p key={row.id}>
          {text('passOn.remind', {
            name: names.get(row.id) ?? '',
            time: duration(now - (row.handed?.madeAt ?? now), text),
          })}{' '}
          <button class="quiet" type="button" onClick={() => onOpen(row.id)}>
            {text('alarm.open')}
          </button>
        </p>
      ))}
    </Notice>
  );
}
