import { endingText } from '../acts/stand-text.ts';
import type { Case } from '../inbox/cases.ts';
import { Notice } from '../parts/notice.tsx';
import { standOf } from '../state/stand.ts';
import { useWords } from '../words/words.ts';

/** That a case is closed, how it ended, and why nothing can be answered. */
export function Ended({ one }: { one: Case }) {
  const words = useWords();
  const ending = endingText(standOf(one.said ?? null), words);
  return (
    <Notice tone="calm">
      {ending && <p data-value="ending">{ending}</p>}
      <p>{words.text('ended.shut')}</p>
    </Notice>
  );
}
