import { WANTED_WAYS, type WaysBody } from '../../protocol/wire/api/ways.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';

/**
 * Says above the list, for as long as it is so, that a member has one way in only: a lost paper or telephone would shut them
 * out. It goes along with the list, and takes no room from a case. `ways`: null until they are known.
 */
export function OneWay({ ways, onAdd }: { ways: WaysBody | null; onAdd: () => void }) {
  const { text } = useWords();
  if (!ways || ways.ways.length >= WANTED_WAYS) return null;
  return (
    <Notice tone="calm">
      <p>{text('ways.one')}</p>
      <button class="quiet" type="button" data-action="second-way" onClick={onAdd}>
        {text('ways.add')}
      </button>
    </Notice>
  );
}
