import { useWords } from '../words/words.ts';
import { type Case, type Group, isAlarm, ownerOf } from './cases.ts';

/** What of the list is looked at. */
export const FILTERS = ['all', 'ours', 'mine', 'waiting', 'closed'] as const;
export type Filter = (typeof FILTERS)[number];

/** Whether a case of a group is shown. Danger that nobody has always is. */
export function passes(filter: Filter, group: Group, one: Case, me: string): boolean {
  if (filter === 'all' || isAlarm(one)) return true;
  return filter === 'mine' ? ownerOf(one)?.id === me : filter === group;
}

type Props = { filter: Filter; onFilter: (filter: Filter) => void };

/** The buttons above the list by which less of it is shown. */
export function Filters({ filter, onFilter }: Props) {
  const { text } = useWords();
  return (
    <fieldset class="filters" aria-label={text('filter.label')}>
      {FILTERS.map((one) => (
        <button
          key={one}
          type="button"
          data-filter={one}
          aria-pressed={filter === one}
          onClick={() => onFilter(one)}
        >
          {text(`filter.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
