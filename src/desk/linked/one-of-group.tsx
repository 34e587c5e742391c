import { CaseLink } from '../case/case-link.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';

/** What a case says that the desk began for one person of a group: where to read on, and where to answer. */
export function OneOfGroup({ of }: { of: string }) {
  const { text } = useWords();
  return (
    <Notice tone="calm">
      <p>
        {text('split.of')} <CaseLink id={of} />
      </p>
      <p>{text('split.nobodyReads')}</p>
    </Notice>
  );
}
